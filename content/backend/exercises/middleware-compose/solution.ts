export type Context = Record<string, unknown>;
export type Next = (error?: unknown) => Promise<void>;
export type Handler = (ctx: Context, next: Next) => void | Promise<void>;
export type ErrorHandler = (
  error: unknown,
  ctx: Context,
  next: Next,
) => void | Promise<void>;

// Two kinds, told apart by how they were added and not by handler.length:
// that number is wrong for default values, rest parameters and wrappers.
type Layer =
  | { forErrors: false; handler: Handler }
  | { forErrors: true; handler: ErrorHandler };

// A bare error would not do: a promise may be rejected with undefined, and
// that is a failure too.
type Failure = { error: unknown };

/** A middleware pipeline; the contract stands in the starter. */
export class Pipeline {
  #layers: Layer[] = [];

  use(handler: Handler): void {
    this.#layers.push({ forErrors: false, handler });
  }

  useError(handler: ErrorHandler): void {
    this.#layers.push({ forErrors: true, handler });
  }

  run(ctx: Context): Promise<void> {
    return this.#dispatch(ctx, 0, null);
  }

  async #dispatch(
    ctx: Context,
    from: number,
    failure: Failure | null,
  ): Promise<void> {
    const failed = failure !== null;
    let at = from;
    while (this.#layers[at]?.forErrors === !failed) at += 1;
    const layer = this.#layers[at];
    if (!layer) {
      if (failure) throw failure.error;
      return;
    }

    // Lives in this call, not in the pipeline: two requests that share the
    // position would advance each other.
    let passedOn = false;
    const next: Next = (error) => {
      if (passedOn) throw new Error('next() called twice');
      passedOn = true;
      return this.#dispatch(ctx, at + 1, error == null ? null : { error });
    };

    try {
      // Without the await here a rejection would slip past this catch.
      if (layer.forErrors) await layer.handler(failure?.error, ctx, next);
      else await layer.handler(ctx, next);
    } catch (error) {
      // The layers behind have had their turn: running the error handlers
      // now would show them the same failure twice.
      if (passedOn) throw error;
      await this.#dispatch(ctx, at + 1, { error });
    }
  }
}
