import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A middleware pipeline; the contract stands in the starter. */
class Pipeline {
    interface Next {
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

    /** Exactly one of the two is set. */
    private record Layer(Handler handler, ErrorHandler errorHandler) {
        boolean forErrors() {
            return errorHandler != null;
        }
    }

    private final List<Layer> layers = new ArrayList<>();

    void use(Handler handler) {
        layers.add(new Layer(handler, null));
    }

    void useError(ErrorHandler handler) {
        layers.add(new Layer(null, handler));
    }

    void run(Map<String, Object> ctx) throws Exception {
        dispatch(ctx, 0, null);
    }

    private void dispatch(
            Map<String, Object> ctx, int from, Exception failure)
            throws Exception {
        int at = from;
        while (at < layers.size()
                && layers.get(at).forErrors() != (failure != null)) {
            at++;
        }
        if (at == layers.size()) {
            if (failure != null) {
                throw failure;
            }
            return;
        }

        Layer layer = layers.get(at);
        Step next = new Step(ctx, at + 1);
        try {
            if (failure != null) {
                layer.errorHandler().handle(failure, ctx, next);
            } else {
                layer.handler().handle(ctx, next);
            }
        } catch (Exception error) { // not Throwable: an Error must pass
            // Once passed on, the layers behind have had their turn:
            // running the error handlers now would show them the same
            // failure twice.
            if (next.passedOn) {
                throw error;
            }
            dispatch(ctx, at + 1, error);
        }
    }

    /**
     * The {@code next} of one layer in one run. The flag lives here and not
     * in the pipeline: two requests that share it would block each other.
     */
    private final class Step implements Next {
        private final Map<String, Object> ctx;
        private final int from;
        private boolean passedOn;

        Step(Map<String, Object> ctx, int from) {
            this.ctx = ctx;
            this.from = from;
        }

        @Override
        public void call(Exception error) throws Exception {
            if (passedOn) {
                throw new IllegalStateException("next() called twice");
            }
            passedOn = true;
            dispatch(ctx, from, error);
        }
    }
}
