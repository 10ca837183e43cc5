/** Whole numbers, each at least 1. */
export interface BreakerOptions {
  /** The window is counted in buckets this long. */
  readonly bucketMs: number;
  /** The window: the current bucket and those before it, so many in all. */
  readonly buckets: number;
  /** Fewer calls in the window never open it. */
  readonly minCalls: number;
  /** Opens at this share of failures; at most 100. */
  readonly failurePercent: number;
  /** How long it refuses before it tries again. */
  readonly openMs: number;
  /** Calls let through while half-open. */
  readonly trialCalls: number;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

interface Bucket {
  readonly bucket: number;
  calls: number;
  failures: number;
}

/**
 * Decides whether a dependency may be called; makes no calls itself. Who
 * gets a permit calls, then reports exactly once: succeed, fail or ignore.
 */
export class CircuitBreaker {
  readonly #options: BreakerOptions;
  #state: BreakerState = 'closed';
  // The number of the current period, and the permit that it hands out.
  #period = 1;
  #nowMs = 0;
  #openedAt = 0;
  #trialsOut = 0; // places taken while half-open, reported or not
  #trialsWon = 0;
  readonly #window = new Map<number, Bucket>(); // by slot of the ring

  constructor(options: BreakerOptions) {
    for (const [name, value] of Object.entries(options)) {
      if (!(value >= 1)) throw new RangeError(`${name} must be at least 1`);
    }
    if (options.failurePercent > 100) {
      throw new RangeError('failurePercent must be at most 100');
    }
    this.#options = options;
  }

  state(nowMs: number): BreakerState {
    this.#advance(nowMs);
    return this.#state;
  }

  acquire(nowMs: number): number {
    this.#advance(nowMs);
    if (this.#state === 'open') return 0;
    if (this.#state === 'half-open') {
      // Counted when handed out, not when reported: a hundred callers in
      // the same millisecond must not all become trials.
      if (this.#trialsOut === this.#options.trialCalls) return 0;
      this.#trialsOut++;
    }
    return this.#period;
  }

  succeed(permit: number, nowMs: number): void {
    this.#advance(nowMs);
    if (!this.#isCurrent(permit)) return;
    if (this.#state === 'closed') {
      this.#count(0);
    } else if (++this.#trialsWon === this.#options.trialCalls) {
      this.#enter('closed');
    }
  }

  fail(permit: number, nowMs: number): void {
    this.#advance(nowMs);
    if (!this.#isCurrent(permit)) return;
    if (this.#state === 'closed') {
      this.#count(1);
    } else {
      this.#enter('open');
    }
  }

  ignore(permit: number, nowMs: number): void {
    this.#advance(nowMs);
    if (!this.#isCurrent(permit)) return;
    // Or a cancelled trial would hold its place, and with the last one gone
    // the breaker would stay half-open and refuse for ever.
    if (this.#state === 'half-open') this.#trialsOut--;
  }

  // A call that began before the last change of state says nothing about
  // the dependency now: a slow one from the closed period must not pass for
  // a trial. No permit is given out while open, so none is current then.
  #isCurrent(permit: number): boolean {
    return permit === this.#period && this.#state !== 'open';
  }

  // No timer: the clock moves the state when somebody looks.
  #advance(nowMs: number): void {
    this.#nowMs = Math.max(this.#nowMs, nowMs);
    const { openMs } = this.#options;
    if (this.#state === 'open' && this.#nowMs >= this.#openedAt + openMs) {
      this.#enter('half-open');
    }
  }

  #enter(state: BreakerState): void {
    this.#state = state;
    this.#period++;
    this.#openedAt = this.#nowMs;
    this.#trialsOut = 0;
    this.#trialsWon = 0;
    // The failures that opened it must not open it again after recovery.
    this.#window.clear();
  }

  #count(failed: 0 | 1): void {
    const { bucketMs, buckets, minCalls, failurePercent } = this.#options;
    const bucket = Math.floor(this.#nowMs / bucketMs);
    const slot = bucket % buckets;
    let current = this.#window.get(slot);
    if (current?.bucket !== bucket) {
      current = { bucket, calls: 0, failures: 0 };
      this.#window.set(slot, current);
    }
    current.calls++;
    current.failures += failed;

    let calls = 0;
    let failures = 0;
    for (const old of this.#window.values()) {
      // Slots that nobody has overwritten may be older than the window.
      if (old.bucket <= bucket - buckets) continue;
      calls += old.calls;
      failures += old.failures;
    }
    // Without the minimum, one failure in one call at night is 100 %.
    if (calls >= minCalls && failures * 100 >= failurePercent * calls) {
      this.#enter('open');
    }
  }
}
