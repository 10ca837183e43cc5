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

    Retrier(Options options) {
        if (options.maxAttempts() < 1
                || options.baseMs() < 1
                || options.capMs() < 1) {
            throw new IllegalArgumentException(
                    "maxAttempts, baseMs and capMs must be at least 1");
        }
        this.options = options;
    }

    long delayMs(int retry, long retryAfterMs) {
        double random = options.random().getAsDouble();
        // Full jitter: all of the delay is random, with no fixed part.
        long jitter = (long) (random * ceilingMs(retry));
        // Added, not max: all who were told '30 s' would be back at once.
        return Math.max(0, retryAfterMs) + jitter;
    }

    <T> T run(Callable<T> fn) throws Exception {
        for (int attempt = 1; ; attempt++) {
            Exception failure;
            try {
                return fn.call();
            } catch (InterruptedException stop) {
                // An order to stop is not a failure to be tried again.
                throw stop;
            } catch (Exception e) {
                failure = e;
            }
            // The last failure is thrown without sleeping first, and as it
            // is: the caller needs its status, not 'retries exhausted'.
            if (attempt >= options.maxAttempts()
                    || !options.isRetryable().test(failure)) {
                throw failure;
            }
            long askedMs = options.retryAfterMs().applyAsLong(failure);
            options.sleep().sleep(delayMs(attempt - 1, askedMs));
        }
    }

    /**
     * min(capMs, baseMs * 2^retry). Doubles only while the result stays
     * under the cap: baseMs << retry would overflow into negative numbers,
     * and at 64 Java starts over with a shift by 0.
     */
    private long ceilingMs(int retry) {
        long ceiling = options.baseMs();
        for (int i = 0; i < retry; i++) {
            if (ceiling > options.capMs() / 2) return options.capMs();
            ceiling *= 2;
        }
        return Math.min(ceiling, options.capMs());
    }
}
