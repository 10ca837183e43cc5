package exercise

import "sync"

// FixedWindowLimiter is a fixed-window rate limiter.
//
// Windows are aligned to the clock and shared by all keys: window k covers
// the times from k*windowMs (included) to (k+1)*windowMs (excluded).
// In each window every key may make at most limit calls.
//
//   - A refused call consumes nothing.
//   - Any string is a valid key, and keys do not influence each other.
//   - Time never runs backwards: a call with an earlier nowMs counts in the
//     newest window that this limiter has seen.
//   - Counters of past windows are not kept.
//   - Allow may be called from several goroutines at once.
//
// The caller guarantees limit >= 1, windowMs >= 1, nowMs >= 0.
type FixedWindowLimiter struct {
	limit    int
	windowMs int64

	mu     sync.Mutex
	window int64
	counts map[string]int
}

// NewFixedWindowLimiter permits limit calls per key in each window.
func NewFixedWindowLimiter(limit int, windowMs int64) *FixedWindowLimiter {
	return &FixedWindowLimiter{
		limit:    limit,
		windowMs: windowMs,
		// Writing to a nil map panics.
		counts: make(map[string]int),
	}
}

// Allow reports whether key may make one call at nowMs; it counts it if so.
func (l *FixedWindowLimiter) Allow(key string, nowMs int64) bool {
	// Aligned to the clock. "The first call starts the window" is another
	// algorithm: every key would then have windows of its own.
	window := nowMs / l.windowMs

	// HTTP handlers run in many goroutines; concurrent map writes crash
	// the process, and "read, compare, write" must be one step anyway.
	l.mu.Lock()
	defer l.mu.Unlock()

	// ">" and not "!=": a clock that steps back must not reset the counts.
	if window > l.window {
		l.window = window
		// All windows end together, so one new map frees every idle key.
		l.counts = make(map[string]int)
	}

	// "> limit" would let one more through. Only calls that pass are
	// counted, so a client that hammers does not push its number up.
	if l.counts[key] >= l.limit {
		return false
	}
	l.counts[key]++
	return true
}
