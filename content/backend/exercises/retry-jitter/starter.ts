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
  private readonly options: RetryOptions;

  /** Options out of range: a RangeError. */
  constructor(options: RetryOptions) {
    this.options = options;
  }

  /**
   * How long to wait before retry number `retry` (0 is the first retry), in
   * whole ms: floor(random() * min(capMs, baseMs * 2 ** retry)), on top of
   * `retryAfterMs`, which counts as 0 if negative. Calls random() once.
   */
  delayMs(retry: number, retryAfterMs: number): number {
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
  async run<T>(fn: () => Promise<T>): Promise<T> {
    throw new Error('not implemented');
  }
}
