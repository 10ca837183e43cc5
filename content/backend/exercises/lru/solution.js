/**
 * Holds at most `capacity` entries; evicts the least recently used one.
 *
 * A Map finds the node of a key, a doubly linked list keeps the nodes in
 * order of use. The list is a ring through one sentinel: `ring.next` is the
 * most recently used node, `ring.prev` the least, so no link is ever null.
 */
export class LruCache {
  #capacity;
  // Not a plain object: '__proto__' and 'constructor' are legal keys here.
  #nodes = new Map();
  #ring = {};

  constructor(capacity) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError('capacity must be a whole number of at least 1');
    }
    this.#capacity = capacity;
    this.#ring.next = this.#ring;
    this.#ring.prev = this.#ring;
  }

  get(key) {
    const node = this.#nodes.get(key);
    // Ask for the node, not for its value: 0, '' and false are hits.
    if (node === undefined) return null;
    // A read is a use. Without this the cache is FIFO.
    unlink(node);
    this.#linkFirst(node);
    return node.value;
  }

  put(key, value) {
    const known = this.#nodes.get(key);
    if (known !== undefined) {
      // Overwriting adds nothing, so it must not evict anybody.
      known.value = value;
      unlink(known);
      this.#linkFirst(known);
      return;
    }
    if (this.#nodes.size === this.#capacity) {
      const oldest = this.#ring.prev;
      unlink(oldest);
      // The node carries its key, so that the Map entry can go too.
      this.#nodes.delete(oldest.key);
    }
    const node = { key, value };
    this.#linkFirst(node);
    this.#nodes.set(key, node);
  }

  delete(key) {
    const node = this.#nodes.get(key);
    if (node === undefined) return false;
    // Both structures, always together.
    unlink(node);
    this.#nodes.delete(key);
    return true;
  }

  size() {
    return this.#nodes.size;
  }

  #linkFirst(node) {
    const first = this.#ring.next;
    node.prev = this.#ring;
    node.next = first;
    first.prev = node;
    this.#ring.next = node;
  }
}

function unlink(node) {
  node.prev.next = node.next;
  node.next.prev = node.prev;
}
