/** Shares one running load per key among all who ask for that key. */
export class SingleFlight {
  #loader;
  #flights = new Map(); // key -> the promise of the running load

  constructor(loader) {
    this.#loader = loader;
  }

  load(key) {
    const running = this.#flights.get(key);
    if (running !== undefined) return running;
    // The loader runs inside then(): if it throws before it returns a
    // promise, that too becomes a rejection, and the entry below is in the
    // Map before any of its code runs.
    const flight = Promise.resolve()
      .then(() => this.#loader(key))
      // On failure too, or one error would be served until a restart.
      .finally(() => {
        // Only our own entry: after forget() it may be a newer load's.
        if (this.#flights.get(key) === flight) this.#flights.delete(key);
      });
    // The promise that finally() returned, which is the one we hand out. A
    // cleanup hung beside it would reject unhandled and end the process.
    this.#flights.set(key, flight);
    return flight;
  }

  forget(key) {
    this.#flights.delete(key);
  }

  inFlight() {
    return this.#flights.size;
  }
}
