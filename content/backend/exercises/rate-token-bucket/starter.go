package exercise

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
	}
}

// Take takes cost tokens from the bucket of key, or none at all.
func (l *TokenBucketLimiter) Take(
	key string, cost, nowMs int64,
) TakeResult {
	panic("not implemented")
}
