import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Shares one running load per key among all who ask for that key. Safe for
 * use by several threads.
 *
 * <ul>
 * <li>While a load of key runs, every load(key) gets its outcome, value or
 * error, and the loader is not called again.
 * <li>Nothing is kept after it completes: the next load(key) starts anew,
 * after a failure as after a success.
 * <li>Keys do not wait for each other.
 * <li>What one caller does to its future (cancel, complete, orTimeout) does
 * not reach the others.
 * </ul>
 */
class SingleFlight<K, V> {
    private final Function<K, CompletionStage<V>> loader;

    /** loader may return a failed stage and may also throw. */
    SingleFlight(Function<K, CompletionStage<V>> loader) {
        this.loader = loader;
    }

    /** A future of what the loader gives for key. Never throws itself. */
    CompletableFuture<V> load(K key) {
        throw new UnsupportedOperationException("not implemented");
    }

    /**
     * Makes the next load(key) start a new load even if one is running.
     * Those who already wait for the running one still get its outcome.
     */
    void forget(K key) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** How many keys have a load that the next load would join. */
    int inFlight() {
        throw new UnsupportedOperationException("not implemented");
    }
}
