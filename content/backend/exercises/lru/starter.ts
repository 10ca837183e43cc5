/**
 * Holds at most `capacity` entries; evicts the least recently used one.
 *
 * - A hit by `get` and every `put` make the entry the most recently used.
 * - `put` on a full cache evicts exactly one entry, and only for a new key.
 * - `get`, `put` and `delete` take O(1), whatever the capacity.
 * - Values are anything but null and undefined.
 */
export class LruCache<K, V extends {}> {
  private readonly capacity: number;

  /** `capacity` is a whole number, at least 1, else a RangeError. */
  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** The value under `key`, or null when it is not cached. */
  get(key: K): V | null {
    throw new Error('not implemented');
  }

  /** Stores `value` under `key`, and evicts if a new key found no room. */
  put(key: K, value: V): void {
    throw new Error('not implemented');
  }

  /** Removes `key`; says whether it was there. */
  delete(key: K): boolean {
    throw new Error('not implemented');
  }

  /** How many entries are held. */
  size(): number {
    throw new Error('not implemented');
  }
}
