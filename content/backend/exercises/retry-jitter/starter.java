import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Calls a function again after a failure, with backoff and full jitter. */
class Retrier {
    /** Throws when the caller gave up waiting. */
    interface Sleeper {
        void sleep(long ms) throws InterruptedException;
    }

    /**
     * @param maxAttempts calls in all, the first one included; at least 1
     * @param baseMs ceiling of the first delay; at least 1
     * @param capMs no ceiling is higher than this; at least 1
     * @param random gives a number in [0, 1)
     * @param sleep waits that many ms
     * @param isRetryable whether an exception may be tried again
     * @param retryAfterMs how long the server asked to wait; 0 if it did
     *     not say
     */
    record Options(
            int maxAttempts,
            long baseMs,
            long capMs,
            DoubleSupplier random,
            Sleeper sleep,
            Predicate<Exception> isRetryable,
            ToLongFunction<Exception> retryAfterMs) {}

    private final Options options;

    /** Options out of range: an IllegalArgumentException. */
    Retrier(Options options) {
        this.options = options;
    }

    /**
     * How long to wait before retry number retry (0 is the first retry), in
     * whole ms: floor(random * min(capMs, baseMs * 2^retry)), on top of
     * retryAfterMs, which counts as 0 if negative. Calls random once.
     */
    long delayMs(int retry, long retryAfterMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /**
     * Returns what fn returns. If fn throws:
     *
     * <ul>
     * <li>an exception that is not retryable is thrown on at once,
     * <li>after maxAttempts calls the last exception is thrown on,
     * unwrapped and without another sleep,
     * <li>else it sleeps delayMs(...) and calls fn again.
     * </ul>
     *
     * An exception out of sleep (the caller gave up) ends the run, and so
     * does an InterruptedException out of fn, whatever isRetryable says.
     */
    <T> T run(Callable<T> fn) throws Exception {
        throw new UnsupportedOperationException("not implemented");
    }
}
