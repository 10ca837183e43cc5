/** Shares one running load per key among all who ask for that key. */
export class SingleFlight<K, V> {
  readonly #loader: (key: K) => Promise<V>;
  readonly #flights = new Map<K, Promise<V>>();

  constructor(loader: (key: K) => Promise<V>) {
    this.#loader = loader;
  }

  load(key: K): Promise<V> {
    const running = this.#flights.get(key);
    if (running !== undefined) return running;
    // The loader runs inside then(): if it throws before it returns a
    // promise, that too becomes a rejection, and the entry below is in the
    // Map before any of its code runs.
    const flight: Promise<V> = Promise.resolve()
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

  forget(key: K): void {
    this.#flights.delete(key);
  }

  inFlight(): number {
    return this.#flights.size;
  }
}
