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
  // The level is counted in parts of a token, refillMs parts to a token.
  // Each millisecond then adds exactly refillTokens parts: integers only.
  // With a float level, ten times 0.1 is 0.9999999999999999, and the token
  // that is due is refused. With Math.floor, fast callers never refill.
  #fullLevel;
  #fillMs;
  #buckets = new Map();
  #clockMs = 0;
  #nextSweepMs = 0;

  /**
   * @param {number} capacity most tokens that a bucket can hold
   * @param {number} refillTokens tokens that flow in during refillMs
   * @param {number} refillMs
   */
  constructor(capacity, refillTokens, refillMs) {
    this.capacity = capacity;
    this.refillTokens = refillTokens;
    this.refillMs = refillMs;
    this.#fullLevel = capacity * refillMs;
    this.#fillMs = Math.ceil(this.#fullLevel / refillTokens);
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
    // Never set the clock back: the same interval would be paid out twice.
    this.#clockMs = Math.max(this.#clockMs, nowMs);
    const clockMs = this.#clockMs;
    this.#sweep(clockMs);

    // A wait that never ends is not an answer; say that none will help.
    if (cost > this.capacity) return { ok: false, retryAfterMs: -1 };

    let bucket = this.#buckets.get(key);
    if (!bucket) {
      // A new key starts full, or its first burst would be refused.
      bucket = { level: this.#fullLevel, atMs: clockMs };
      this.#buckets.set(key, bucket);
    }

    // No timer: what has flowed in follows from the time that has passed.
    // The cap is what makes it a bucket: idle time is not saved up.
    const refill = (clockMs - bucket.atMs) * this.refillTokens;
    bucket.level = Math.min(this.#fullLevel, bucket.level + refill);
    bucket.atMs = clockMs;

    const need = cost * this.refillMs;
    if (bucket.level >= need) {
      bucket.level -= need;
      return { ok: true, retryAfterMs: 0 };
    }
    // Round up: a millisecond too early is a second refusal.
    const waitMs = Math.ceil((need - bucket.level) / this.refillTokens);
    return { ok: false, retryAfterMs: clockMs - nowMs + waitMs };
  }

  // A bucket that has had time to fill is the same as one never seen.
  // Without this, whoever invents keys fills the memory.
  #sweep(clockMs) {
    if (clockMs < this.#nextSweepMs) return;
    this.#nextSweepMs = clockMs + this.#fillMs;
    for (const [key, bucket] of this.#buckets) {
      if (clockMs - bucket.atMs >= this.#fillMs) this.#buckets.delete(key);
    }
  }
}
