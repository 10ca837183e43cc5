import { createHash } from 'node:crypto';

export type Claim = {
  action: 'run' | 'replay' | 'reject';
  token: number;
  status: number;
  body: string;
};

export type EffectResponse = { status: number; body: string };
export type Effect = () => Promise<EffectResponse>;
export type Reply = { status: number; body: string; replayed: boolean };

type Entry = {
  token: number;
  hash: string;
  claimedAt: number;
  response: EffectResponse | null;
};

function reject(status: number): Claim {
  return { action: 'reject', token: 0, status, body: '' };
}

// Enough to compare, and the body itself need not be kept.
function fingerprint(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Runs an effect at most once per key; the contract stands in the starter. */
export class IdempotencyGuard {
  readonly #ttlMs: number;
  readonly #leaseMs: number;
  #claims = 0;
  /** Oldest claim first: a Map keeps the order of insertion. */
  readonly #records = new Map<string, Entry>();

  constructor(ttlMs: number, leaseMs: number) {
    this.#ttlMs = ttlMs;
    this.#leaseMs = leaseMs;
  }

  begin(key: string, body: string, nowMs: number): Claim {
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

  complete(
    key: string,
    token: number,
    status: number,
    body: string,
  ): boolean {
    const record = this.#held(key, token);
    if (!record) return false;
    record.response = { status, body };
    return true;
  }

  fail(key: string, token: number): boolean {
    if (!this.#held(key, token)) return false;
    return this.#records.delete(key);
  }

  async handle(
    key: string,
    body: string,
    nowMs: number,
    effect: Effect,
  ): Promise<Reply> {
    const claim = this.begin(key, body, nowMs);
    if (claim.action !== 'run') {
      const { action, status, body: stored } = claim;
      return { status, body: stored, replayed: action === 'replay' };
    }
    let response: EffectResponse;
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
  #held(key: string, token: number): Entry | null {
    // A holder that was overtaken must not write over its successor.
    const record = this.#records.get(key);
    return record?.token === token && !record.response ? record : null;
  }

  #isDead(record: Entry, nowMs: number): boolean {
    return nowMs >= record.claimedAt + this.#ttlMs;
  }

  #dropDead(nowMs: number): void {
    for (const [key, record] of this.#records) {
      if (!this.#isDead(record, nowMs)) return;
      this.#records.delete(key);
    }
  }
}
