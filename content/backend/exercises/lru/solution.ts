interface Link<K, V> {
  prev: Link<K, V>;
  next: Link<K, V>;
}

interface Entry<K, V> extends Link<K, V> {
  readonly key: K;
  value: V;
}

/**
 * Holds at most `capacity` entries; evicts the least recently used one.
 *
 * A Map finds the entry of a key, a doubly linked list keeps the entries in
 * order of use. The list is a ring through one sentinel: `ring.next` is the
 * most recently used entry, `ring.prev` the least, so no link is ever null.
 */
export class LruCache<K, V extends {}> {
  readonly #capacity: number;
  readonly #entries = new Map<K, Entry<K, V>>();
  readonly #ring: Link<K, V>;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError('capacity must be a whole number of at least 1');
    }
    this.#capacity = capacity;
    const ring = {} as Link<K, V>;
    ring.next = ring;
    ring.prev = ring;
    this.#ring = ring;
  }

  get(key: K): V | null {
    const entry = this.#entries.get(key);
    // Ask for the entry, not for its value: 0, '' and false are hits.
    if (entry === undefined) return null;
    // A read is a use. Without this the cache is FIFO.
    this.#unlink(entry);
    this.#linkFirst(entry);
    return entry.value;
  }

  put(key: K, value: V): void {
    const known = this.#entries.get(key);
    if (known !== undefined) {
      // Overwriting adds nothing, so it must not evict anybody.
      known.value = value;
      this.#unlink(known);
      this.#linkFirst(known);
      return;
    }
    if (this.#entries.size === this.#capacity) {
      // The cache is full, hence not empty: this is never the sentinel.
      const oldest = this.#ring.prev as Entry<K, V>;
      this.#unlink(oldest);
      // The entry carries its key, so that the Map can forget it too.
      this.#entries.delete(oldest.key);
    }
    const entry = { key, value } as Entry<K, V>;
    this.#linkFirst(entry);
    this.#entries.set(key, entry);
  }

  delete(key: K): boolean {
    const entry = this.#entries.get(key);
    if (entry === undefined) return false;
    // Both structures, always together.
    this.#unlink(entry);
    this.#entries.delete(key);
    return true;
  }

  size(): number {
    return this.#entries.size;
  }

  #linkFirst(entry: Link<K, V>): void {
    const first = this.#ring.next;
    entry.prev = this.#ring;
    entry.next = first;
    first.prev = entry;
    this.#ring.next = entry;
  }

  #unlink(entry: Link<K, V>): void {
    entry.prev.next = entry.next;
    entry.next.prev = entry.prev;
  }
}
