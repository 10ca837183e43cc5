package exercise

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
}

// NewFixedWindowLimiter permits limit calls per key in each window.
func NewFixedWindowLimiter(limit int, windowMs int64) *FixedWindowLimiter {
	return &FixedWindowLimiter{limit: limit, windowMs: windowMs}
}

// Allow reports whether key may make one call at nowMs; it counts it if so.
func (l *FixedWindowLimiter) Allow(key string, nowMs int64) bool {
	panic("not implemented")
}
