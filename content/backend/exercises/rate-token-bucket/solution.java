import java.util.HashMap;
import java.util.Map;

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

    // The level is counted in parts of a token, refillMs parts to a token.
    // Each millisecond then adds exactly refillTokens parts: integers only.
    // With a double level, ten times 0.1 is 0.9999999999999999, and the
    // token that is due is refused. With tokens as a long, fast callers
    // never refill.
    private final long fullLevel;
    private final long fillMs;

    private final Map<String, Bucket> buckets = new HashMap<>();
    private long clockMs = 0;
    private long nextSweepMs = 0;

    private static final class Bucket {
        long level;
        long atMs;

        Bucket(long level, long atMs) {
            this.level = level;
            this.atMs = atMs;
        }
    }

    /** At most capacity tokens; refillTokens flow in per refillMs. */
    TokenBucketLimiter(long capacity, long refillTokens, long refillMs) {
        this.capacity = capacity;
        this.refillTokens = refillTokens;
        this.refillMs = refillMs;
        this.fullLevel = capacity * refillMs;
        this.fillMs = ceilDiv(fullLevel, refillTokens);
    }

    /** Takes {@code cost} tokens from the key's bucket, or none at all. */
    // One lock around "read, compare, write".
    synchronized TakeResult take(String key, long cost, long nowMs) {
        // Never set the clock back: the same interval would be paid out
        // twice.
        clockMs = Math.max(clockMs, nowMs);
        sweep();

        // A wait that never ends is not an answer; say that none will help.
        if (cost > capacity) {
            return new TakeResult(false, -1);
        }

        // A new key starts full, or its first burst would be refused.
        Bucket bucket = buckets.computeIfAbsent(
                key, k -> new Bucket(fullLevel, clockMs));

        // No timer: what has flowed in follows from the time passed.
        // The cap is what makes it a bucket: idle time is not saved up.
        // Compare before multiplying: a long idle time could overflow.
        long elapsed = clockMs - bucket.atMs;
        if (elapsed >= fillMs) {
            bucket.level = fullLevel;
        } else {
            long level = bucket.level + elapsed * refillTokens;
            bucket.level = Math.min(fullLevel, level);
        }
        bucket.atMs = clockMs;

        long need = cost * refillMs;
        if (bucket.level >= need) {
            bucket.level -= need;
            return new TakeResult(true, 0);
        }
        // Round up: a millisecond too early is a second refusal.
        long waitMs = ceilDiv(need - bucket.level, refillTokens);
        return new TakeResult(false, clockMs - nowMs + waitMs);
    }

    // A bucket that has had time to fill is the same as one never seen.
    // Without this, whoever invents keys fills the memory.
    private void sweep() {
        if (clockMs < nextSweepMs) {
            return;
        }
        nextSweepMs = clockMs + fillMs;
        buckets.values().removeIf(b -> clockMs - b.atMs >= fillMs);
    }

    /** Rounds up; both arguments are positive. */
    private static long ceilDiv(long a, long b) {
        return (a - 1) / b + 1;
    }
}
