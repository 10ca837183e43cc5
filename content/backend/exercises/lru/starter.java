/**
 * Holds at most {@code capacity} entries; evicts the least recently used.
 *
 * <ul>
 * <li>A hit by get and every put make the entry the most recently used.
 * <li>put on a full cache evicts exactly one entry, and only for a new key.
 * <li>get, put and delete take O(1), whatever the capacity.
 * <li>Values are not null. Not safe for use by several threads.
 * </ul>
 */
class LruCache<K, V> {
    private final int capacity;

    /** capacity is at least 1, else an IllegalArgumentException. */
    LruCache(int capacity) {
        this.capacity = capacity;
    }

    /** The value under key, or null when it is not cached. */
    V get(K key) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** Stores value under key, and evicts if a new key found no room. */
    void put(K key, V value) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** Removes key; says whether it was there. */
    boolean delete(K key) {
        throw new UnsupportedOperationException("not implemented");
    }

    /** How many entries are held. */
    int size() {
        throw new UnsupportedOperationException("not implemented");
    }
}
