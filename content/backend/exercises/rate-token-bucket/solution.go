package exercise

import "sync"

// TakeResult is what Take answers.
type TakeResult struct {
	OK bool
	// RetryAfterMs is 0 if the call passed; -1 if no wait can help
	// (cost > capacity); otherwise the smallest whole number of
	// milliseconds such that the same call at nowMs + RetryAfterMs would
	// pass, if nobody else takes tokens until then.
	RetryAfterMs int64
}

// TokenBucketLimiter is a token-bucket rate limiter, one bucket per key.
//
// A key that is seen for the first time has a full bucket of capacity
// tokens. Tokens flow in evenly, refillTokens in every refillMs, and
// never above capacity; fractions of a token are kept, so 2 per 1000 ms
// gives half a token after 250 ms.
//
//   - A refused call takes nothing.
//   - A call with cost > capacity is always refused.
//   - The arithmetic is exact: asking too early, however often, never
//     delays the moment at which a token is there.
//   - Time never runs backwards: an earlier nowMs is read as the latest
//     time that this limiter has seen.
//   - Any string is a valid key, and keys do not influence each other.
//   - Keys that have been idle for long need not be remembered.
//   - Take may be called from several goroutines at once.
//
// The caller guarantees nowMs >= 0 and all others >= 1.
type TokenBucketLimiter struct {
	capacity     int64
	refillTokens int64
	refillMs     int64

	// The level is counted in parts of a token, refillMs parts to a token.
	// Each millisecond then adds exactly refillTokens parts: integers only.
	// With a float level, ten times 0.1 is 0.9999999999999999, and the
	// token that is due is refused. With tokens as an int, fast callers
	// never refill.
	fullLevel int64
	fillMs    int64

	mu          sync.Mutex
	buckets     map[string]*bucket
	clockMs     int64
	nextSweepMs int64
}

type bucket struct {
	level int64
	atMs  int64
}

// NewTokenBucketLimiter makes buckets that hold at most capacity tokens and
// get refillTokens in every refillMs.
func NewTokenBucketLimiter(
	capacity, refillTokens, refillMs int64,
) *TokenBucketLimiter {
	return &TokenBucketLimiter{
		capacity:     capacity,
		refillTokens: refillTokens,
		refillMs:     refillMs,
		fullLevel:    capacity * refillMs,
		fillMs:       ceilDiv(capacity*refillMs, refillTokens),
		// Writing to a nil map panics.
		buckets: make(map[string]*bucket),
	}
}

// Take takes cost tokens from the bucket of key, or none at all.
func (l *TokenBucketLimiter) Take(
	key string, cost, nowMs int64,
) TakeResult {
	// Handlers run in many goroutines, and concurrent map writes crash the
	// process.
	l.mu.Lock()
	defer l.mu.Unlock()

	// Never set the clock back: the same interval would be paid out twice.
	if nowMs > l.clockMs {
		l.clockMs = nowMs
	}
	l.sweep()

	// A wait that never ends is not an answer; say that none will help.
	if cost > l.capacity {
		return TakeResult{OK: false, RetryAfterMs: -1}
	}

	b, seen := l.buckets[key]
	if !seen {
		// A new key starts full, or its first burst would be refused.
		b = &bucket{level: l.fullLevel, atMs: l.clockMs}
		l.buckets[key] = b
	}

	// No timer: what has flowed in follows from the time that has passed.
	// The cap is what makes it a bucket: idle time is not saved up.
	// Compare before multiplying: a long idle time could overflow.
	elapsed := l.clockMs - b.atMs
	if elapsed >= l.fillMs {
		b.level = l.fullLevel
	} else {
		b.level = min64(l.fullLevel, b.level+elapsed*l.refillTokens)
	}
	b.atMs = l.clockMs

	need := cost * l.refillMs
	if b.level >= need {
		b.level -= need
		return TakeResult{OK: true, RetryAfterMs: 0}
	}
	// Round up: a millisecond too early is a second refusal.
	waitMs := ceilDiv(need-b.level, l.refillTokens)
	return TakeResult{OK: false, RetryAfterMs: l.clockMs - nowMs + waitMs}
}

// sweep forgets buckets that have had time to fill: they are the same as
// buckets never seen. Without this, whoever invents keys fills the memory.
func (l *TokenBucketLimiter) sweep() {
	if l.clockMs < l.nextSweepMs {
		return
	}
	l.nextSweepMs = l.clockMs + l.fillMs
	for key, b := range l.buckets {
		if l.clockMs-b.atMs >= l.fillMs {
			delete(l.buckets, key)
		}
	}
}

// ceilDiv rounds up; both arguments are positive.
func ceilDiv(a, b int64) int64 {
	return (a-1)/b + 1
}

func min64(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}
