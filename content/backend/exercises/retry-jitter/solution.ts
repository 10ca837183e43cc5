export interface RetryOptions {
  /** Calls in all, the first one included; at least 1. */
  readonly maxAttempts: number;
  /** Ceiling of the first delay; at least 1. */
  readonly baseMs: number;
  /** No ceiling is higher than this; at least 1. */
  readonly capMs: number;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly isRetryable: (error: unknown) => boolean;
  /** How long the server asked to wait; 0 if it did not say. */
  readonly retryAfterMs: (error: unknown) => number;
}

/** Calls a function again after a failure, with backoff and full jitter. */
export class Retrier {
  readonly #options: RetryOptions;

  constructor(options: RetryOptions) {
    for (const name of ['maxAttempts', 'baseMs', 'capMs'] as const) {
      if (!(options[name] >= 1)) {
        throw new RangeError(`${name} must be at least 1`);
      }
    }
    this.#options = options;
  }

  delayMs(retry: number, retryAfterMs: number): number {
    const { baseMs, capMs, random } = this.#options;
    // ** and not <<, which wraps at 32 bits: 100 << 25 is negative.
    const ceiling = Math.min(capMs, baseMs * 2 ** retry);
    // Full jitter: all of the delay is random, with no fixed part.
    const jitter = Math.floor(random() * ceiling);
    // Added, not max(): all who were told '30 s' would be back at once.
    return Math.max(0, retryAfterMs) + jitter;
  }

  async run<T>(fn: () => Promise<T>): Promise<T> {
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
