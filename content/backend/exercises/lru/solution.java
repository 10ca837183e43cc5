import java.util.HashMap;
import java.util.Map;

/**
 * Holds at most {@code capacity} entries; evicts the least recently used.
 *
 * <p>A map finds the node of a key, a doubly linked list keeps the nodes in
 * order of use. The list is a ring through one sentinel: ring.next is the
 * most recently used node, ring.prev the least, so no link is ever null.
 * Not safe for use by several threads: even get writes.
 */
class LruCache<K, V> {
    private static final class Node<K, V> {
        final K key;
        V value;
        Node<K, V> prev = this;
        Node<K, V> next = this;

        Node(K key, V value) {
            this.key = key;
            this.value = value;
        }

        void unlink() {
            prev.next = next;
            next.prev = prev;
        }
    }

    private final int capacity;
    private final Map<K, Node<K, V>> nodes = new HashMap<>();
    private final Node<K, V> ring = new Node<>(null, null);

    LruCache(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity below 1");
        }
        this.capacity = capacity;
    }

    V get(K key) {
        Node<K, V> node = nodes.get(key);
        if (node == null) return null;
        // A read is a use. Without this the cache is FIFO.
        node.unlink();
        linkFirst(node);
        return node.value;
    }

    void put(K key, V value) {
        Node<K, V> known = nodes.get(key);
        if (known != null) {
            // Overwriting adds nothing, so it must not evict anybody.
            known.value = value;
            known.unlink();
            linkFirst(known);
            return;
        }
        if (nodes.size() == capacity) {
            Node<K, V> oldest = ring.prev;
            oldest.unlink();
            // The node carries its key, so that the map entry can go too.
            nodes.remove(oldest.key);
        }
        Node<K, V> node = new Node<>(key, value);
        linkFirst(node);
        nodes.put(key, node);
    }

    boolean delete(K key) {
        // Both structures, always together.
        Node<K, V> node = nodes.remove(key);
        if (node == null) return false;
        node.unlink();
        return true;
    }

    int size() {
        return nodes.size();
    }

    private void linkFirst(Node<K, V> node) {
        Node<K, V> first = ring.next;
        node.prev = ring;
        node.next = first;
        first.prev = node;
        ring.next = node;
    }
}
