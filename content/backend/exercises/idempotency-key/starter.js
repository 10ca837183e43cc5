/**
 * Runs an effect at most once per Idempotency-Key and replays its response.
 *
 * A key's record is made by a claim. While the effect runs, the claim holds
 * the key for `leaseMs`; the record as a whole lives for `ttlMs`. Both count
 * from the claim: at `claimedAt + leaseMs` the lease is over, at
 * `claimedAt + ttlMs` the record is as if it had never been.
 *
 * The caller guarantees 0 < leaseMs <= ttlMs. Keys arrive already scoped to
 * one caller and one operation. Memory must not grow with dead records.
 */
export class IdempotencyGuard {
  constructor(ttlMs, leaseMs) {
    this.ttlMs = ttlMs;
    this.leaseMs = leaseMs;
  }

  /**
   * Asks whether the request may run. Returns
   * `{ action, token, status, body }`; what does not apply is 0 or ''.
   *
   * - 'run', with a token: the claim is yours, call `complete` or `fail`.
   *   Tokens are 1, 2, 3 ... in the order of the claims on this guard.
   *   Given for a new key, and to take over a claim whose lease is over.
   * - 'replay', with status and body: what the first request got.
   * - 'reject', with a status: 400 for an empty key, 422 for another body
   *   than the record's (whatever state it is in), 409 while the first
   *   request runs.
   */
  begin(key, body, nowMs) {
    throw new Error('not implemented');
  }

  /**
   * Stores the response under the key. Returns false, and changes nothing,
   * if the claim of this token no longer holds or is already completed.
   */
  complete(key, token, status, body) {
    throw new Error('not implemented');
  }

  /**
   * Gives the key back because the effect did not happen. Returns false,
   * and changes nothing, in the same cases as `complete`.
   */
  fail(key, token) {
    throw new Error('not implemented');
  }

  /**
   * begin, effect, complete in one. `effect` is an async function that
   * returns `{ status, body }`. Returns `{ status, body, replayed }`.
   *
   * - Whatever response the effect returns is kept, also a 4xx or 5xx.
   * - If the effect throws, the key is given back and the error passes on.
   * - A rejected request gets the status, an empty body and no effect.
   * - If the claim was lost while the effect ran: 409, empty body.
   */
  async handle(key, body, nowMs, effect) {
    throw new Error('not implemented');
  }
}
