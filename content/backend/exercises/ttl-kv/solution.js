/**
 * An in-memory store of key -> field -> value, each field with or without
 * an expiry. An item keeps the moment it dies, not its TTL: a read compares
 * two numbers, and Infinity stands for never.
 */
export class ExpiringStore {
  #items = new Map(); // key -> Map(field -> { value, expiresAt })
  #backups = []; // { takenAt, rows }, oldest first

  set(key, field, value, nowMs) {
    // A new item, not a new value in the old one: a plain write must not
    // inherit the expiry of the field that it replaces.
    this.#store(key, field, { value, expiresAt: Infinity });
  }

  setExpiring(key, field, value, nowMs, ttlMs) {
    // A TTL of 0 or less is refused: 'for ever' or 'gone at once' would
    // both be guesses at what the caller meant.
    if (!(ttlMs >= 1)) throw new RangeError('ttlMs must be at least 1');
    this.#store(key, field, { value, expiresAt: nowMs + ttlMs });
  }

  get(key, field, nowMs) {
    const item = this.#items.get(key)?.get(field);
    return item !== undefined && isLive(item, nowMs) ? item.value : null;
  }

  delete(key, field, nowMs) {
    const fields = this.#items.get(key);
    const item = fields?.get(field);
    if (item === undefined) return false;
    fields.delete(field);
    if (fields.size === 0) this.#items.delete(key);
    // Still in memory is not the same as still there.
    return isLive(item, nowMs);
  }

  scan(key, prefix, nowMs) {
    const found = [];
    for (const [field, item] of this.#items.get(key) ?? []) {
      if (field.startsWith(prefix) && isLive(item, nowMs)) {
        found.push([field, item.value]);
      }
    }
    // Not localeCompare: it would put 'a' before 'B'.
    return found.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  sweep(nowMs) {
    let left = 0;
    for (const [key, fields] of this.#items) {
      for (const [field, item] of fields) {
        if (!isLive(item, nowMs)) fields.delete(field);
      }
      // An empty inner Map is a leak too.
      if (fields.size === 0) this.#items.delete(key);
      left += fields.size;
    }
    return left;
  }

  backup(nowMs) {
    // Rows of its own, not a reference: later writes must not reach it.
    const rows = [];
    for (const [key, fields] of this.#items) {
      for (const [field, item] of fields) {
        if (!isLive(item, nowMs)) continue;
        // What is left to live, not when it dies: by the time of the
        // restore that moment may have passed.
        const remaining = item.expiresAt - nowMs;
        rows.push({ key, field, value: item.value, remaining });
      }
    }
    this.#backups.push({ takenAt: nowMs, rows });
    return rows.length;
  }

  restore(nowMs, backupAtMs) {
    const backup = this.#backups.findLast((b) => b.takenAt <= backupAtMs);
    if (backup === undefined) return false;
    this.#items = new Map();
    for (const { key, field, value, remaining } of backup.rows) {
      this.#store(key, field, { value, expiresAt: nowMs + remaining });
    }
    return true;
  }

  #store(key, field, item) {
    let fields = this.#items.get(key);
    if (fields === undefined) {
      fields = new Map();
      this.#items.set(key, fields);
    }
    fields.set(field, item);
  }
}

// The one place that knows the edge: at expiresAt the item is gone.
function isLive(item, nowMs) {
  return nowMs < item.expiresAt;
}
