import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An in-memory store of key, field and value, each field with or without
 * an expiry. An item keeps the moment it dies, not its TTL: a read compares
 * two numbers. Not safe for use by several threads.
 */
class ExpiringStore {
    /** An expiry that does not come, a TTL without end. */
    private static final long NEVER = Long.MAX_VALUE;

    private record Item(String value, long expiresAt) {
        // The one place that knows the edge: at expiresAt it is gone.
        boolean isLive(long nowMs) {
            return nowMs < expiresAt;
        }
    }

    private record Row(
            String key, String field, String value, long remaining) {}

    // Fields are kept sorted, so that a scan reads only what it returns.
    private final Map<String, TreeMap<String, Item>> items =
            new HashMap<>();
    private final TreeMap<Long, List<Row>> backups = new TreeMap<>();

    void set(String key, String field, String value, long nowMs) {
        // A new item, not a new value in the old one: a plain write must
        // not inherit the expiry of the field that it replaces.
        store(key, field, new Item(value, NEVER));
    }

    void setExpiring(
            String key, String field, String value,
            long nowMs, long ttlMs) {
        // A TTL of 0 or less is refused: 'for ever' or 'gone at once' would
        // both be guesses at what the caller meant.
        if (ttlMs < 1) {
            throw new IllegalArgumentException("ttlMs must be at least 1");
        }
        store(key, field, new Item(value, after(nowMs, ttlMs)));
    }

    String get(String key, String field, long nowMs) {
        Map<String, Item> fields = items.get(key);
        Item item = fields == null ? null : fields.get(field);
        return item != null && item.isLive(nowMs) ? item.value() : null;
    }

    boolean delete(String key, String field, long nowMs) {
        Map<String, Item> fields = items.get(key);
        if (fields == null) return false;
        Item item = fields.remove(field);
        if (fields.isEmpty()) items.remove(key);
        // Still in memory is not the same as still there.
        return item != null && item.isLive(nowMs);
    }

    List<List<String>> scan(String key, String prefix, long nowMs) {
        List<List<String>> found = new ArrayList<>();
        TreeMap<String, Item> fields = items.get(key);
        if (fields == null) return found;
        for (var entry : fields.tailMap(prefix).entrySet()) {
            // Sorted: the first field without the prefix ends the range.
            if (!entry.getKey().startsWith(prefix)) break;
            if (entry.getValue().isLive(nowMs)) {
                String value = entry.getValue().value();
                found.add(List.of(entry.getKey(), value));
            }
        }
        return found;
    }

    int sweep(long nowMs) {
        int left = 0;
        for (TreeMap<String, Item> fields : items.values()) {
            fields.values().removeIf(item -> !item.isLive(nowMs));
            left += fields.size();
        }
        // An empty inner map is a leak too.
        items.values().removeIf(TreeMap::isEmpty);
        return left;
    }

    int backup(long nowMs) {
        // Rows of its own, not the maps: later writes must not reach it.
        List<Row> rows = new ArrayList<>();
        items.forEach((key, fields) -> fields.forEach((field, item) -> {
            if (!item.isLive(nowMs)) return;
            // What is left to live, not when it ends: by the time of the
            // restore that moment may have passed.
            long remaining = item.expiresAt() == NEVER
                    ? NEVER
                    : item.expiresAt() - nowMs;
            rows.add(new Row(key, field, item.value(), remaining));
        }));
        backups.put(nowMs, rows);
        return rows.size();
    }

    boolean restore(long nowMs, long backupAtMs) {
        Map.Entry<Long, List<Row>> latest = backups.floorEntry(backupAtMs);
        if (latest == null) return false;
        items.clear();
        for (Row row : latest.getValue()) {
            long expiresAt = after(nowMs, row.remaining());
            store(row.key(), row.field(), new Item(row.value(), expiresAt));
        }
        return true;
    }

    private void store(String key, String field, Item item) {
        items.computeIfAbsent(key, k -> new TreeMap<>()).put(field, item);
    }

    /** Adds without overflow: a huge TTL must not wrap into the past. */
    private static long after(long nowMs, long ttlMs) {
        return ttlMs > NEVER - nowMs ? NEVER : nowMs + ttlMs;
    }
}
