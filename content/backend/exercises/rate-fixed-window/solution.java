import java.util.HashMap;
import java.util.Map;

/**
 * A fixed-window rate limiter.
 *
 * <p>Windows are aligned to the clock and shared by all keys: window k
 * covers the times from k * windowMs (included) to (k + 1) * windowMs
 * (excluded). In each window every key may make at most {@code limit}
 * calls.
 *
 * <ul>
 *   <li>A refused call consumes nothing.
 *   <li>Any string is a valid key, and keys do not influence each other.
 *   <li>Time never runs backwards: a call with an earlier {@code nowMs}
 *       counts in the newest window that this limiter has seen.
 *   <li>Counters of past windows are not kept.
 *   <li>{@code allow} may be called from several threads at once.
 * </ul>
 *
 * <p>The caller guarantees limit >= 1, windowMs >= 1, nowMs >= 0.
 */
class FixedWindowLimiter {
    private final int limit;
    private final long windowMs;
    private final Map<String, Integer> counts = new HashMap<>();
    private long window = 0;

    /** Permits {@code limit} calls per key in each window. */
    FixedWindowLimiter(int limit, long windowMs) {
        this.limit = limit;
        this.windowMs = windowMs;
    }

    /** Whether key may make one call at nowMs; counts it if so. */
    // One lock around "read, compare, write". A ConcurrentHashMap alone is
    // not enough: two threads could both read limit - 1 and both pass.
    synchronized boolean allow(String key, long nowMs) {
        // Aligned to the clock. "The first call starts the window" is
        // another algorithm: every key would have windows of its own.
        long current = nowMs / windowMs;

        // ">" and not "!=": a clock that steps back must not reset the
        // counts.
        if (current > window) {
            window = current;
            // All windows end together: clear() frees every idle key.
            counts.clear();
        }

        int used = counts.getOrDefault(key, 0);
        // "used > limit" would let one more through. Only calls that pass
        // are counted, so hammering does not push the number up.
        if (used >= limit) {
            return false;
        }
        counts.put(key, used + 1);
        return true;
    }
}
