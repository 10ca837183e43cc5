/**
 * A token-bucket rate limiter with one bucket per key.
 *
 * <p>A key that is seen for the first time has a full bucket of
 * {@code capacity} tokens. Tokens flow in evenly, {@code refillTokens} in
 * every {@code refillMs}, and never above {@code capacity}; fractions of a
 * token are kept, so 2 per 1000 ms gives half a token after 250 ms.
 *
 * <ul>
 *   <li>A refused call takes nothing.
 *   <li>A call with cost > capacity is always refused.
 *   <li>The arithmetic is exact: asking too early, however often, never
 *       delays the moment at which a token is there.
 *   <li>Time never runs backwards: an earlier {@code nowMs} is read as the
 *       latest time that this limiter has seen.
 *   <li>Any string is a valid key, and keys do not influence each other.
 *   <li>Keys that have been idle for long need not be remembered.
 *   <li>{@code take} may be called from several threads at once.
 * </ul>
 *
 * <p>The caller guarantees nowMs >= 0 and all others >= 1.
 */
class TokenBucketLimiter {
    /**
     * What {@code take} answers.
     *
     * @param ok whether the tokens were taken
     * @param retryAfterMs 0 if the call passed; -1 if no wait can help
     *     (cost > capacity); otherwise the smallest whole number of
     *     milliseconds such that the same call at nowMs + retryAfterMs
     *     would pass, if nobody else takes tokens until then
     */
    record TakeResult(boolean ok, long retryAfterMs) {}

    private final long capacity;
    private final long refillTokens;
    private final long refillMs;

    /** At most capacity tokens; refillTokens flow in per refillMs. */
    TokenBucketLimiter(long capacity, long refillTokens, long refillMs) {
        this.capacity = capacity;
        this.refillTokens = refillTokens;
        this.refillMs = refillMs;
    }

    /** Takes {@code cost} tokens from the key's bucket, or none at all. */
    TakeResult take(String key, long cost, long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }
}
