/**
 * @typedef {object} BreakerOptions whole numbers, each at least 1
 * @property {number} bucketMs the window is counted in buckets this long
 * @property {number} buckets the window: the current bucket and those
 *   before it, this many in all
 * @property {number} minCalls fewer calls in the window never open it
 * @property {number} failurePercent opens at this share of failures; <= 100
 * @property {number} openMs how long it refuses before it tries again
 * @property {number} trialCalls calls let through while half-open
 */

/**
 * Decides whether a dependency may be called; makes no calls itself. Who
 * gets a permit calls, then reports exactly once: succeed, fail or ignore.
 */
export class CircuitBreaker {
  #options;
  #state = 'closed';
  // The number of the current period, and the permit that it hands out.
  #period = 1;
  #nowMs = 0;
  #openedAt = 0;
  #trialsOut = 0; // places taken while half-open, reported or not
  #trialsWon = 0;
  #window = new Map(); // slot of the ring -> { bucket, calls, failures }

  /** @param {BreakerOptions} options */
  constructor(options) {
    for (const name of OPTION_NAMES) {
      if (!(options[name] >= 1)) {
        throw new RangeError(`${name} must be at least 1`);
      }
    }
    if (options.failurePercent > 100) {
      throw new RangeError('failurePercent must be at most 100');
    }
    this.#options = options;
  }

  state(nowMs) {
    this.#advance(nowMs);
    return this.#state;
  }

  acquire(nowMs) {
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

  succeed(permit, nowMs) {
    this.#advance(nowMs);
    if (!this.#isCurrent(permit)) return;
    if (this.#state === 'closed') {
      this.#count(0);
    } else if (++this.#trialsWon === this.#options.trialCalls) {
      this.#enter('closed');
    }
  }

  fail(permit, nowMs) {
    this.#advance(nowMs);
    if (!this.#isCurrent(permit)) return;
    if (this.#state === 'closed') {
      this.#count(1);
    } else {
      this.#enter('open');
    }
  }

  ignore(permit, nowMs) {
    this.#advance(nowMs);
    if (!this.#isCurrent(permit)) return;
    // Or a cancelled trial would hold its place, and with the last one gone
    // the breaker would stay half-open and refuse for ever.
    if (this.#state === 'half-open') this.#trialsOut--;
  }

  // A call that began before the last change of state says nothing about
  // the dependency now: a slow one from the closed period must not pass for
  // a trial. No permit is given out while open, so none is current then.
  #isCurrent(permit) {
    return permit === this.#period && this.#state !== 'open';
  }

  // No timer: the clock moves the state when somebody looks.
  #advance(nowMs) {
    this.#nowMs = Math.max(this.#nowMs, nowMs);
    const { openMs } = this.#options;
    if (this.#state === 'open' && this.#nowMs >= this.#openedAt + openMs) {
      this.#enter('half-open');
    }
  }

  #enter(state) {
    this.#state = state;
    this.#period++;
    this.#openedAt = this.#nowMs;
    this.#trialsOut = 0;
    this.#trialsWon = 0;
    // The failures that opened it must not open it again after recovery.
    this.#window.clear();
  }

  #count(failed) {
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

const OPTION_NAMES = [
  'bucketMs',
  'buckets',
  'minCalls',
  'failurePercent',
  'openMs',
  'trialCalls',
];
