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
  /**
   * @param {number} limit calls per key and window
   * @param {number} windowMs length of a window
   */
  constructor(limit, windowMs) {
    this.limit = limit;
    this.windowMs = windowMs;
  }

  /**
   * Whether `key` may make one call at `nowMs`; counts it if so.
   *
   * @param {string} key
   * @param {number} nowMs milliseconds since the epoch
   * @returns {boolean}
   */
  allow(key, nowMs) {
    throw new Error('not implemented');
  }
}
