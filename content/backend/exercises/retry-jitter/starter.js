/**
 * @typedef {object} RetryOptions
 * @property {number} maxAttempts calls in all, the first one included; >= 1
 * @property {number} baseMs ceiling of the first delay; >= 1
 * @property {number} capMs no ceiling is higher than this; >= 1
 * @property {() => number} random a number in [0, 1)
 * @property {(ms: number) => Promise<void>} sleep
 * @property {(error: unknown) => boolean} isRetryable
 * @property {(error: unknown) => number} retryAfterMs how long the server
 *   asked to wait; 0 if it did not say
 */

/** Calls a function again after a failure, with backoff and full jitter. */
export class Retrier {
  /** @param {RetryOptions} options out of range: a RangeError */
  constructor(options) {
    this.options = options;
  }

  /**
   * How long to wait before retry number `retry` (0 is the first retry), in
   * whole ms: floor(random() * min(capMs, baseMs * 2 ** retry)), on top of
   * `retryAfterMs`, which counts as 0 if negative. Calls random() once.
   */
  delayMs(retry, retryAfterMs) {
    throw new Error('not implemented');
  }

  /**
   * Resolves with what `fn` resolves with. If `fn` fails:
   * - an error that is not retryable is thrown on at once,
   * - after maxAttempts calls the last error is thrown on, unwrapped and
   *   without another sleep,
   * - else it sleeps delayMs(...) and calls `fn` again.
   * An error out of `sleep` (the caller gave up) ends the run.
   */
  async run(fn) {
    throw new Error('not implemented');
  }
}
