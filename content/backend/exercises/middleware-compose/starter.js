/**
 * A middleware pipeline.
 *
 * A handler is `async (ctx, next) => {}`, an error handler is
 * `async (error, ctx, next) => {}`. Layers run in the order in which they
 * were added.
 *
 * - `await next()` runs the rest of the chain and comes back when it is
 *   done: code after it runs on the way out, in reverse order. After the
 *   last layer `next()` does nothing.
 * - A handler that returns without calling `next` ends the chain.
 * - A handler that throws or rejects before it called `next`, or calls
 *   `next(error)`, goes on at the next error handler behind it; the
 *   handlers between are skipped. `next()` from an error handler goes on
 *   at the next normal handler. Without a failure, error handlers are
 *   skipped.
 * - A failure that no error handler took, and one that happens after the
 *   handler called `next`, travels outwards: `await next()` in the layer
 *   before rejects with it, and in the end `run` does.
 * - A second `next()` in one handler throws Error('next() called twice')
 *   and runs nothing.
 *
 * Handlers must await or return `next()`. One pipeline serves many `run`
 * calls, also at the same time.
 */
export class Pipeline {
  /** Adds a handler `(ctx, next)`. */
  use(handler) {
    throw new Error('not implemented');
  }

  /** Adds an error handler `(error, ctx, next)`. */
  useError(handler) {
    throw new Error('not implemented');
  }

  /** Runs the chain on `ctx`; rejects with a failure that nobody took. */
  async run(ctx) {
    throw new Error('not implemented');
  }
}
