import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Shares one running load per key among all who ask for that key. Safe for
 * use by several threads.
 */
class SingleFlight<K, V> {
    private final Function<K, CompletionStage<V>> loader;
    private final ConcurrentMap<K, CompletableFuture<V>> flights =
            new ConcurrentHashMap<>();

    SingleFlight(Function<K, CompletionStage<V>> loader) {
        this.loader = loader;
    }

    CompletableFuture<V> load(K key) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        // Not computeIfAbsent with the loader: it holds a lock of the map
        // while the loader runs, and a load that completes at once would
        // try to remove its entry from inside it.
        CompletableFuture<V> running = flights.putIfAbsent(key, mine);
        if (running == null) {
            start(key, mine);
            running = mine;
        }
        // A copy each: cancel, complete and orTimeout change the future on
        // which they are called, and that must not be the shared one.
        return running.copy();
    }

    private void start(K key, CompletableFuture<V> mine) {
        CompletionStage<V> stage;
        try {
            stage = Objects.requireNonNull(loader.apply(key));
        } catch (Throwable thrown) {
            // Or the entry would stay and nobody would ever complete it.
            stage = CompletableFuture.failedStage(thrown);
        }
        stage.whenComplete((value, failure) -> {
            // Before completing, and on failure too: whoever has seen the
            // outcome must start a new load. Two arguments, to remove only
            // our own entry: after forget it may be a newer load's.
            flights.remove(key, mine);
            if (failure == null) {
                mine.complete(value);
            } else {
                mine.completeExceptionally(unwrap(failure));
            }
        });
    }

    void forget(K key) {
        flights.remove(key);
    }

    int inFlight() {
        return flights.size();
    }

    /** The loader's own exception, out of the stages' wrapping. */
    private static Throwable unwrap(Throwable failure) {
        boolean wrapped = failure instanceof CompletionException
                && failure.getCause() != null;
        return wrapped ? failure.getCause() : failure;
    }
}
