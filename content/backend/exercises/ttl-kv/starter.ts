/**
 * An in-memory store of key -> field -> value, each field with or without
 * an expiry. `nowMs` is the caller's clock in whole milliseconds and never
 * goes back from call to call.
 */
export class ExpiringStore {
  /** Stores a field that never expires; drops any expiry it had before. */
  set(key: string, field: string, value: string, nowMs: number): void {
    throw new Error('not implemented');
  }

  /**
   * Stores a field that can be seen while now < nowMs + ttlMs and is gone
   * from that millisecond on. `ttlMs` is at least 1, else a RangeError.
   */
  setExpiring(
    key: string,
    field: string,
    value: string,
    nowMs: number,
    ttlMs: number,
  ): void {
    throw new Error('not implemented');
  }

  /** The field's value, or null when it is missing or expired. */
  get(key: string, field: string, nowMs: number): string | null {
    throw new Error('not implemented');
  }

  /** Removes a field; true only if it was there and had not expired. */
  delete(key: string, field: string, nowMs: number): boolean {
    throw new Error('not implemented');
  }

  /**
   * The live fields of `key` that start with `prefix`, as [field, value]
   * pairs in ascending order of the field, compared by code unit.
   */
  scan(key: string, prefix: string, nowMs: number): [string, string][] {
    throw new Error('not implemented');
  }

  /** Frees every expired field; says how many fields are left. */
  sweep(nowMs: number): number {
    throw new Error('not implemented');
  }

  /** Keeps a copy of all live fields; says how many they are. */
  backup(nowMs: number): number {
    throw new Error('not implemented');
  }

  /**
   * Replaces the whole content by the latest backup taken at or before
   * `backupAtMs`. A field that had n ms to live when it was backed up has
   * n ms from `nowMs`. Backups stay and can be restored again. False, and
   * nothing changed, when there is no such backup.
   */
  restore(nowMs: number, backupAtMs: number): boolean {
    throw new Error('not implemented');
  }
}
