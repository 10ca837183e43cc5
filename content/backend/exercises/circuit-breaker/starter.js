/**
 * @typedef {object} BreakerOptions whole numbers, each at least 1
 * @property {number} bucketMs the window is counted in buckets this long;
 *   a moment lies in bucket floor(nowMs / bucketMs)
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
  /** @param {BreakerOptions} options out of range: a RangeError */
  constructor(options) {
    this.options = options;
  }

  /** 'closed', 'open' or 'half-open'. */
  state(nowMs) {
    throw new Error('not implemented');
  }

  /** A permit to call, or 0: do not call. */
  acquire(nowMs) {
    throw new Error('not implemented');
  }

  /** The call worked: the dependency is well. */
  succeed(permit, nowMs) {
    throw new Error('not implemented');
  }

  /** The call failed in a way that the dependency is to blame for. */
  fail(permit, nowMs) {
    throw new Error('not implemented');
  }

  /** The call says nothing, say because its caller cancelled it. */
  ignore(permit, nowMs) {
    throw new Error('not implemented');
  }
}
