/** Whole numbers, each at least 1. */
export interface BreakerOptions {
  /**
   * The window is counted in buckets this long; a moment lies in bucket
   * floor(nowMs / bucketMs).
   */
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

/**
 * Decides whether a dependency may be called; makes no calls itself. Who
 * gets a permit calls, then reports exactly once: succeed, fail or ignore.
 * `nowMs` is the caller's clock, which never goes back.
 *
 * closed     lets everything through. After each success or failure: with
 *            at least minCalls in the window, failurePercent or more of
 *            them failures, it opens.
 * open       refuses. From openMs after opening on it is half-open.
 * half-open  lets trialCalls calls through. When all of them succeeded it
 *            closes, with an empty window; the first failure opens it anew
 *            for another openMs. Ignoring a trial gives its place back.
 *
 * A permit is the number of the current period: 1 at first, one more at
 * every change of state. A report with a permit of an earlier period, or
 * with 0, changes nothing.
 */
export class CircuitBreaker {
  private readonly options: BreakerOptions;

  /** Options out of range: a RangeError. */
  constructor(options: BreakerOptions) {
    this.options = options;
  }

  state(nowMs: number): BreakerState {
    throw new Error('not implemented');
  }

  /** A permit to call, or 0: do not call. */
  acquire(nowMs: number): number {
    throw new Error('not implemented');
  }

  /** The call worked: the dependency is well. */
  succeed(permit: number, nowMs: number): void {
    throw new Error('not implemented');
  }

  /** The call failed in a way that the dependency is to blame for. */
  fail(permit: number, nowMs: number): void {
    throw new Error('not implemented');
  }

  /** The call says nothing, say because its caller cancelled it. */
  ignore(permit: number, nowMs: number): void {
    throw new Error('not implemented');
  }
}
