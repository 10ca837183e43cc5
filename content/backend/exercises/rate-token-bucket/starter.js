/**
 * A token-bucket rate limiter with one bucket per key.
 *
 * A key that is seen for the first time has a full bucket of `capacity`
 * tokens. Tokens flow in evenly, `refillTokens` in every `refillMs`, and
 * never above `capacity`; fractions of a token are kept, so 2 per 1000 ms
 * gives half a token after 250 ms.
 *
 * - A refused call takes nothing.
 * - A call with cost > capacity is always refused.
 * - The arithmetic is exact: asking too early, however often, never delays
 *   the moment at which a token is there.
 * - Time never runs backwards: an earlier `nowMs` is read as the latest
 *   time that this limiter has seen.
 * - Any string is a valid key, and keys do not influence each other.
 * - Keys that have been idle for long need not be remembered.
 *
 * The caller guarantees integers: nowMs >= 0, all others >= 1.
 */
export class TokenBucketLimiter {
  /**
   * @param {number} capacity most tokens that a bucket can hold
   * @param {number} refillTokens tokens that flow in during refillMs
   * @param {number} refillMs
   */
  constructor(capacity, refillTokens, refillMs) {
    this.capacity = capacity;
    this.refillTokens = refillTokens;
    this.refillMs = refillMs;
  }

  /**
   * Takes `cost` tokens from the bucket of `key`, or none at all.
   *
   * `retryAfterMs` is 0 if the call passed; -1 if no wait can help
   * (cost > capacity); otherwise the smallest whole number of milliseconds
   * such that the same call at nowMs + retryAfterMs would pass, if nobody
   * else takes tokens until then.
   *
   * @param {string} key
   * @param {number} cost
   * @param {number} nowMs milliseconds since the epoch
   * @returns {{ ok: boolean, retryAfterMs: number }}
   */
  take(key, cost, nowMs) {
    throw new Error('not implemented');
  }
}
