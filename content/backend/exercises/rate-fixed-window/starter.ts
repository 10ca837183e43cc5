/**
 * A fixed-window rate limiter.
 *
 * Windows are aligned to the clock and shared by all keys: window k covers
 * the times from k * windowMs (included) to (k + 1) * windowMs (excluded).
 * In each window every key may make at most `limit` calls.
 *
 * - A refused call consumes nothing.
 * - Any string is a valid key, and keys do not influence each other.
 * - Time never runs backwards: a call with an earlier `nowMs` counts in the
 *   newest window that this limiter has seen.
 * - Counters of past windows are not kept.
 *
 * The caller guarantees integers: limit >= 1, windowMs >= 1, nowMs >= 0.
 */
export class FixedWindowLimiter {
  readonly limit: number;
  readonly windowMs: number;

  /** `limit` calls per key in each window of `windowMs`. */
  constructor(limit: number, windowMs: number) {
    this.limit = limit;
    this.windowMs = windowMs;
  }

  /** Whether `key` may make one call at `nowMs`; counts it if so. */
  allow(key: string, nowMs: number): boolean {
    throw new Error('not implemented');
  }
}
