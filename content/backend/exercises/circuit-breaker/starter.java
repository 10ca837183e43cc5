/**
 * Decides whether a dependency may be called; makes no calls itself. Who
 * gets a permit calls, then reports exactly once: succeed, fail or ignore.
 * nowMs is the caller's clock, which never goes back. Safe for use by
 * several threads.
 *
 * <ul>
 * <li>closed: lets everything through. After each success or failure: with
 * at least minCalls in the window, failurePercent or more of them failures,
 * it opens.
 * <li>open: refuses. From openMs after opening on it is half-open.
 * <li>half-open: lets trialCalls calls through. When all of them succeeded
 * it closes, with an empty window; the first failure opens it anew for
 * another openMs. Ignoring a trial gives its place back.
 * </ul>
 *
 * <p>A permit is the number of the current period: 1 at first, one more at
 * every change of state. A report with a permit of an earlier period, or
 * with 0, changes nothing.
 */
class CircuitBreaker {
    /**
     * Each at least 1.
     *
     * @param bucketMs the window is counted in buckets this long; a moment
     *     lies in bucket nowMs / bucketMs
     * @param buckets the window: the current bucket and those before it,
     *     this many in all
     * @param minCalls fewer calls in the window never open the breaker
     * @param failurePercent opens at this share of failures; at most 100
     * @param openMs how long it refuses before it tries again
     * @param trialCalls calls let through while half-open
     */
    record Options(
            long bucketMs,
            int buckets,
            int minCalls,
            int failurePercent,
            long openMs,
            int trialCalls) {}

    private final Options options;

    /** Options out of range: an IllegalArgumentException. */
    CircuitBreaker(Options options) {
        this.options = options;
    }

    /** "closed", "open" or "half-open". */
    String state(long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** A permit to call, or 0: do not call. */
    long acquire(long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** The call worked: the dependency is well. */
    void succeed(long permit, long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** The call failed in a way that the dependency is to blame for. */
    void fail(long permit, long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** The call says nothing, say because its caller cancelled it. */
    void ignore(long permit, long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }
}
