/**
 * Shares one running load per key among all who ask for that key.
 *
 * - While a load of `key` runs, every `load(key)` gets its outcome, value
 *   or error, and the loader is not called again.
 * - Nothing is kept after it settles: the next `load(key)` starts anew,
 *   after a failure as after a success.
 * - Keys do not wait for each other.
 */
export class SingleFlight {
  /**
   * @param {(key: string) => Promise<unknown>} loader may also throw
   */
  constructor(loader) {
    this.loader = loader;
  }

  /** A promise of what the loader gives for `key`. Never throws itself. */
  load(key) {
    throw new Error('not implemented');
  }

  /**
   * Makes the next `load(key)` start a new load even if one is running.
   * Those who already wait for the running one still get its outcome.
   */
  forget(key) {
    throw new Error('not implemented');
  }

  /** How many keys have a load that the next `load` would join. */
  inFlight() {
    throw new Error('not implemented');
  }
}
