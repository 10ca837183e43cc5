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
  #options;

  /** @param {RetryOptions} options */
  constructor(options) {
    for (const name of ['maxAttempts', 'baseMs', 'capMs']) {
      if (!(options[name] >= 1)) {
        throw new RangeError(`${name} must be at least 1`);
      }
    }
    this.#options = options;
  }

  delayMs(retry, retryAfterMs) {
    const { baseMs, capMs, random } = this.#options;
    // ** and not <<, which wraps at 32 bits: 100 << 25 is negative.
    const ceiling = Math.min(capMs, baseMs * 2 ** retry);
    // Full jitter: all of the delay is random, with no fixed part.
    const jitter = Math.floor(random() * ceiling);
    // Added, not max(): all who were told '30 s' would be back at once.
    return Math.max(0, retryAfterMs) + jitter;
  }

  async run(fn) {
    const { maxAttempts, sleep, isRetryable, retryAfterMs } = this.#options;
    for (let attempt = 1; ; attempt++) {
      try {
        // await, or a rejection would leave past the catch.
        return await fn();
      } catch (error) {
        // The last failure is thrown without sleeping first, and as it is:
        // the caller needs its status, not 'retries exhausted'.
        if (attempt >= maxAttempts || !isRetryable(error)) throw error;
        await sleep(this.delayMs(attempt - 1, retryAfterMs(error)));
      }
    }
  }
}
