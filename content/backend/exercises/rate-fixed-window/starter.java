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

    /** Permits {@code limit} calls per key in each window. */
    FixedWindowLimiter(int limit, long windowMs) {
        this.limit = limit;
        this.windowMs = windowMs;
    }

    /** Whether key may make one call at nowMs; counts it if so. */
    boolean allow(String key, long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }
}
