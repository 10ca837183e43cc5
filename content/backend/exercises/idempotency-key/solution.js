import { createHash } from 'node:crypto';

const reject = (status) => ({ action: 'reject', token: 0, status, body: '' });

// Enough to compare, and the body itself need not be kept.
const fingerprint = (body) => createHash('sha256').update(body).digest('hex');

/** Runs an effect at most once per key; the contract stands in the starter. */
export class IdempotencyGuard {
  #ttlMs;
  #leaseMs;
  #claims = 0;
  /** Oldest claim first: a Map keeps the order of insertion. */
  #records = new Map();

  constructor(ttlMs, leaseMs) {
    this.#ttlMs = ttlMs;
    this.#leaseMs = leaseMs;
  }

  begin(key, body, nowMs) {
    // Look-up and claim with no await between them: of two requests that
    // come together, one claims and the other sees it.
    if (key === '') return reject(400);
    this.#dropDead(nowMs);
    const hash = fingerprint(body);
    const record = this.#records.get(key);
    if (record && !this.#isDead(record, nowMs)) {
      // Before the 409: waiting never makes a wrong body right.
      if (record.hash !== hash) return reject(422);
      if (record.response) {
        return { action: 'replay', token: 0, ...record.response };
      }
      if (nowMs < record.claimedAt + this.#leaseMs) return reject(409);
    }
    this.#claims += 1;
    const token = this.#claims;
    this.#records.delete(key); // so that the new claim is the newest
    this.#records.set(key, { token, hash, claimedAt: nowMs, response: null });
    return { action: 'run', token, status: 0, body: '' };
  }

  complete(key, token, status, body) {
    const record = this.#held(key, token);
    if (!record) return false;
    record.response = { status, body };
    return true;
  }

  fail(key, token) {
    if (!this.#held(key, token)) return false;
    return this.#records.delete(key);
  }

  async handle(key, body, nowMs, effect) {
    const claim = this.begin(key, body, nowMs);
    if (claim.action !== 'run') {
      const { action, status, body: stored } = claim;
      return { status, body: stored, replayed: action === 'replay' };
    }
    let response;
    try {
      response = await effect();
    } catch (error) {
      this.fail(key, claim.token);
      throw error;
    }
    // Outside the try: if storing failed, the effect has happened all the
    // same, and giving the key back would invite a second one.
    const { status, body: fresh } = response;
    if (!this.complete(key, claim.token, status, fresh)) {
      return { status: 409, body: '', replayed: false };
    }
    return { status, body: fresh, replayed: false };
  }

  /** The record, if the claim of this token still holds it. */
  #held(key, token) {
    // A holder that was overtaken must not write over its successor.
    const record = this.#records.get(key);
    return record?.token === token && !record.response ? record : null;
  }

  #isDead(record, nowMs) {
    return nowMs >= record.claimedAt + this.#ttlMs;
  }

  #dropDead(nowMs) {
    for (const [key, record] of this.#records) {
      if (!this.#isDead(record, nowMs)) return;
      this.#records.delete(key);
    }
  }
}
