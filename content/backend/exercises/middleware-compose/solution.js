/** A middleware pipeline; the contract stands in the starter. */
export class Pipeline {
  #layers = [];

  use(handler) {
    this.#layers.push({ forErrors: false, handler });
  }

  useError(handler) {
    // Said aloud instead of read from handler.length: that number is wrong
    // for default values, rest parameters and wrapped functions.
    this.#layers.push({ forErrors: true, handler });
  }

  run(ctx) {
    return this.#dispatch(ctx, 0, null);
  }

  /**
   * `failure` is null or `{ error }`. A bare error would not do: a promise
   * may be rejected with undefined, and that is a failure too.
   */
  async #dispatch(ctx, from, failure) {
    const layers = this.#layers;
    let at = from;
    while (layers[at]?.forErrors === (failure === null)) at += 1;
    if (at === layers.length) {
      if (failure) throw failure.error;
      return;
    }

    // Lives in this call, not in the pipeline: two requests that share the
    // position would advance each other.
    let passedOn = false;
    const next = (error) => {
      if (passedOn) throw new Error('next() called twice');
      passedOn = true;
      return this.#dispatch(ctx, at + 1, error == null ? null : { error });
    };

    const { handler } = layers[at];
    try {
      // Without the await here a rejection would slip past this catch.
      if (failure) await handler(failure.error, ctx, next);
      else await handler(ctx, next);
    } catch (error) {
      // The layers behind have had their turn: running the error handlers
      // now would show them the same failure twice.
      if (passedOn) throw error;
      await this.#dispatch(ctx, at + 1, { error });
    }
  }
}
