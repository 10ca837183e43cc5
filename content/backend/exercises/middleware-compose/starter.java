import java.util.Map;

/**
 * A middleware pipeline. Layers run in the order in which they were added.
 *
 * <ul>
 * <li>{@code next.call()} runs the rest of the chain and comes back when it
 * is done: code after it runs on the way out, in reverse order. After the
 * last layer it does nothing.
 * <li>A handler that returns without calling {@code next} ends the chain.
 * <li>A handler that throws before it called {@code next}, or calls
 * {@code next.call(error)}, goes on at the next error handler behind it;
 * the handlers between are skipped. {@code next.call()} from an error
 * handler goes on at the next normal handler. Without a failure, error
 * handlers are skipped.
 * <li>A failure that no error handler took, and one that happens after the
 * handler called {@code next}, travels outwards: {@code next.call()} in the
 * layer before throws it, and in the end {@code run} does.
 * <li>A second {@code next.call()} in one handler throws
 * IllegalStateException("next() called twice") and runs nothing.
 * </ul>
 *
 * All layers are added before the first run. One pipeline serves many
 * {@code run} calls, also at the same time.
 */
class Pipeline {
    interface Next {
        /** Runs the rest of the chain; as failed, if error is not null. */
        void call(Exception error) throws Exception;

        default void call() throws Exception {
            call(null);
        }
    }

    interface Handler {
        void handle(Map<String, Object> ctx, Next next) throws Exception;
    }

    interface ErrorHandler {
        void handle(Exception error, Map<String, Object> ctx, Next next)
                throws Exception;
    }

    /** Adds a handler. */
    void use(Handler handler) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** Adds an error handler. */
    void useError(ErrorHandler handler) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** Runs the chain on ctx; throws a failure that nobody took. */
    void run(Map<String, Object> ctx) throws Exception {
        throw new UnsupportedOperationException("not implemented");
    }
}
