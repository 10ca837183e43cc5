/**
 * Decides whether a dependency may be called; makes no calls itself. Who
 * gets a permit calls, then reports exactly once: succeed, fail or ignore.
 * Safe for use by several threads: look, decide and count are one step, and
 * the lock is never held while the dependency is called.
 */
class CircuitBreaker {
    /**
     * Each at least 1.
     *
     * @param bucketMs the window is counted in buckets this long
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

    private static final String CLOSED = "closed";
    private static final String OPEN = "open";
    private static final String HALF_OPEN = "half-open";

    private final Options options;
    private String state = CLOSED;
    /** The number of the current period, and the permit it hands out. */
    private long period = 1;
    private long nowMs = 0;
    private long openedAt = 0;
    /** Places taken while half-open, reported or not. */
    private int trialsOut = 0;
    private int trialsWon = 0;
    // The window, a ring: the number of the bucket in a slot, its counts.
    private long[] numbers;
    private int[] calls;
    private int[] failures;

    CircuitBreaker(Options options) {
        if (options.bucketMs() < 1
                || options.buckets() < 1
                || options.minCalls() < 1
                || options.failurePercent() < 1
                || options.failurePercent() > 100
                || options.openMs() < 1
                || options.trialCalls() < 1) {
            throw new IllegalArgumentException("out of range: " + options);
        }
        this.options = options;
        clearWindow();
    }

    synchronized String state(long nowMs) {
        advance(nowMs);
        return state;
    }

    synchronized long acquire(long nowMs) {
        advance(nowMs);
        if (state.equals(OPEN)) return 0;
        if (state.equals(HALF_OPEN)) {
            // Counted when handed out, not when reported: a hundred callers
            // in the same millisecond must not all become trials.
            if (trialsOut == options.trialCalls()) return 0;
            trialsOut++;
        }
        return period;
    }

    synchronized void succeed(long permit, long nowMs) {
        advance(nowMs);
        if (!isCurrent(permit)) return;
        if (state.equals(CLOSED)) {
            count(0);
        } else if (++trialsWon == options.trialCalls()) {
            enter(CLOSED);
        }
    }

    synchronized void fail(long permit, long nowMs) {
        advance(nowMs);
        if (!isCurrent(permit)) return;
        if (state.equals(CLOSED)) {
            count(1);
        } else {
            enter(OPEN);
        }
    }

    synchronized void ignore(long permit, long nowMs) {
        advance(nowMs);
        // Or a cancelled trial would hold its place, and with the last one
        // gone the breaker would stay half-open and refuse for ever.
        if (isCurrent(permit) && state.equals(HALF_OPEN)) trialsOut--;
    }

    /**
     * A call that began before the last change of state says nothing about
     * the dependency now: a slow one from the closed period must not pass
     * for a trial. While open no permit is given out, so none is current.
     */
    private boolean isCurrent(long permit) {
        return permit == period && !state.equals(OPEN);
    }

    /** The clock moves the state when somebody looks; there is no timer. */
    private void advance(long nowMs) {
        // Threads may come with their readings out of order.
        this.nowMs = Math.max(this.nowMs, nowMs);
        boolean over = this.nowMs >= openedAt + options.openMs();
        if (state.equals(OPEN) && over) enter(HALF_OPEN);
    }

    private void enter(String next) {
        state = next;
        period++;
        openedAt = nowMs;
        trialsOut = 0;
        trialsWon = 0;
        // The failures that opened it must not open it after recovery.
        clearWindow();
    }

    private void clearWindow() {
        numbers = new long[options.buckets()];
        calls = new int[options.buckets()];
        failures = new int[options.buckets()];
    }

    private void count(int failed) {
        int buckets = options.buckets();
        long number = nowMs / options.bucketMs();
        int slot = (int) (number % buckets);
        if (numbers[slot] != number) {
            numbers[slot] = number;
            calls[slot] = 0;
            failures[slot] = 0;
        }
        calls[slot]++;
        failures[slot] += failed;

        long allCalls = 0;
        long allFailures = 0;
        for (int i = 0; i < buckets; i++) {
            // Slots that nobody has overwritten may be out of the window.
            if (numbers[i] <= number - buckets) continue;
            allCalls += calls[i];
            allFailures += failures[i];
        }
        // Without the minimum, one failure in one call at night is 100 %.
        long limit = options.failurePercent() * allCalls;
        if (allCalls >= options.minCalls() && allFailures * 100 >= limit) {
            enter(OPEN);
        }
    }
}
