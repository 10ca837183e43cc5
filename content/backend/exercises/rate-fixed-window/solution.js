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
  #window = 0;
  // A Map, not {}: a plain object already has a key "constructor".
  #counts = new Map();

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
    // Aligned to the clock. "The first call starts the window" is another
    // algorithm: every key would then have windows of its own.
    const window = Math.floor(nowMs / this.windowMs);

    // ">" and not "!==": a clock that steps back must not reset the counts.
    if (window > this.#window) {
      this.#window = window;
      // All windows end together, so one clear() frees every idle key.
      this.#counts.clear();
    }

    const used = this.#counts.get(key) ?? 0;
    // "used > limit" would let one more through. Only calls that pass are
    // counted, so a client that hammers does not push its number up.
    if (used >= this.limit) return false;
    this.#counts.set(key, used + 1);
    return true;
  }
}
