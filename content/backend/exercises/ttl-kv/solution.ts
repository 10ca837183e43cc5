interface Item {
  readonly value: string;
  /** The moment it dies, Infinity for never. */
  readonly expiresAt: number;
}

interface Row {
  readonly key: string;
  readonly field: string;
  readonly value: string;
  /** What was left to live at the backup, Infinity for ever. */
  readonly remaining: number;
}

interface Backup {
  readonly takenAt: number;
  readonly rows: readonly Row[];
}

/**
 * An in-memory store of key -> field -> value, each field with or without
 * an expiry. An item keeps the moment it dies, not its TTL: a read compares
 * two numbers.
 */
export class ExpiringStore {
  #items = new Map<string, Map<string, Item>>();
  readonly #backups: Backup[] = []; // oldest first

  set(key: string, field: string, value: string, nowMs: number): void {
    // A new item, not a new value in the old one: a plain write must not
    // inherit the expiry of the field that it replaces.
    this.#store(key, field, { value, expiresAt: Infinity });
  }

  setExpiring(
    key: string,
    field: string,
    value: string,
    nowMs: number,
    ttlMs: number,
  ): void {
    // A TTL of 0 or less is refused: 'for ever' or 'gone at once' would
    // both be guesses at what the caller meant.
    if (!(ttlMs >= 1)) throw new RangeError('ttlMs must be at least 1');
    this.#store(key, field, { value, expiresAt: nowMs + ttlMs });
  }

  get(key: string, field: string, nowMs: number): string | null {
    const item = this.#items.get(key)?.get(field);
    return item !== undefined && isLive(item, nowMs) ? item.value : null;
  }

  delete(key: string, field: string, nowMs: number): boolean {
    const fields = this.#items.get(key);
    const item = fields?.get(field);
    if (fields === undefined || item === undefined) return false;
    fields.delete(field);
    if (fields.size === 0) this.#items.delete(key);
    // Still in memory is not the same as still there.
    return isLive(item, nowMs);
  }

  scan(key: string, prefix: string, nowMs: number): [string, string][] {
    const found: [string, string][] = [];
    for (const [field, item] of this.#items.get(key) ?? []) {
      if (field.startsWith(prefix) && isLive(item, nowMs)) {
        found.push([field, item.value]);
      }
    }
    // Not localeCompare: it would put 'a' before 'B'.
    return found.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  sweep(nowMs: number): number {
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

  backup(nowMs: number): number {
    // Rows of its own, not a reference: later writes must not reach it.
    const rows: Row[] = [];
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

  restore(nowMs: number, backupAtMs: number): boolean {
    const backup = this.#latestBackup(backupAtMs);
    if (backup === undefined) return false;
    this.#items = new Map();
    for (const { key, field, value, remaining } of backup.rows) {
      this.#store(key, field, { value, expiresAt: nowMs + remaining });
    }
    return true;
  }

  #latestBackup(atMs: number): Backup | undefined {
    // From the newest: of two backups in one millisecond the later wins.
    for (let i = this.#backups.length - 1; i >= 0; i--) {
      const backup = this.#backups[i];
      if (backup !== undefined && backup.takenAt <= atMs) return backup;
    }
    return undefined;
  }

  #store(key: string, field: string, item: Item): void {
    let fields = this.#items.get(key);
    if (fields === undefined) {
      fields = new Map();
      this.#items.set(key, fields);
    }
    fields.set(field, item);
  }
}

// The one place that knows the edge: at expiresAt the item is gone.
function isLive(item: Item, nowMs: number): boolean {
  return nowMs < item.expiresAt;
}
