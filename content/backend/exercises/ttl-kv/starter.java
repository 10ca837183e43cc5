import java.util.List;

/**
 * An in-memory store of key, field and value, each field with or without an
 * expiry. nowMs is the caller's clock in milliseconds and never goes back
 * from call to call. Not safe for use by several threads.
 */
class ExpiringStore {
    /** Stores a field that never expires; drops any expiry it had. */
    void set(String key, String field, String value, long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /**
     * Stores a field that can be seen while now is below nowMs + ttlMs and
     * is gone from that millisecond on. ttlMs is at least 1, else an
     * IllegalArgumentException.
     */
    void setExpiring(
            String key, String field, String value,
            long nowMs, long ttlMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** The field's value, or null when it is missing or expired. */
    String get(String key, String field, long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** Removes a field; true only if it was there and had not expired. */
    boolean delete(String key, String field, long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /**
     * The live fields of key that start with prefix, as [field, value]
     * pairs in ascending order of the field, compared by code unit.
     */
    List<List<String>> scan(String key, String prefix, long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** Frees every expired field; says how many fields are left. */
    int sweep(long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** Keeps a copy of all live fields; says how many they are. */
    int backup(long nowMs) {
        throw new UnsupportedOperationException("not implemented");
    }

    /**
     * Replaces the whole content by the latest backup taken at or before
     * backupAtMs. A field that had n ms to live when it was backed up has
     * n ms from nowMs. Backups stay and can be restored again. False, and
     * nothing changed, when there is no such backup.
     */
    boolean restore(long nowMs, long backupAtMs) {
        throw new UnsupportedOperationException("not implemented");
    }
}
