package exercise

type node[K comparable, V any] struct {
	key        K
	value      V
	prev, next *node[K, V]
}

// LruCache holds at most a fixed number of entries and evicts the least
// recently used.
//
// A map finds the node of a key, a doubly linked list keeps the nodes in
// order of use. The list is a ring through one sentinel: ring.next is the
// most recently used node, ring.prev the least, so no link is ever nil.
// It is not safe for concurrent use: even Get writes.
type LruCache[K comparable, V any] struct {
	capacity int
	nodes    map[K]*node[K, V]
	ring     *node[K, V]
}

// NewLruCache returns an empty cache. It panics if capacity is below 1.
func NewLruCache[K comparable, V any](capacity int) *LruCache[K, V] {
	if capacity < 1 {
		panic("capacity must be at least 1")
	}
	ring := &node[K, V]{}
	ring.prev, ring.next = ring, ring
	return &LruCache[K, V]{
		capacity: capacity,
		nodes:    make(map[K]*node[K, V]),
		ring:     ring,
	}
}

// Get returns the value under key; ok is false when it is not cached.
func (c *LruCache[K, V]) Get(key K) (value V, ok bool) {
	// The second result decides, not the value: a zero value is a hit.
	n, ok := c.nodes[key]
	if !ok {
		return value, false
	}
	// A read is a use. Without this the cache is FIFO.
	n.unlink()
	c.linkFirst(n)
	return n.value, true
}

// Put stores value under key, and evicts if a new key found no room.
func (c *LruCache[K, V]) Put(key K, value V) {
	if n, ok := c.nodes[key]; ok {
		// Overwriting adds nothing, so it must not evict anybody.
		n.value = value
		n.unlink()
		c.linkFirst(n)
		return
	}
	if len(c.nodes) == c.capacity {
		oldest := c.ring.prev
		oldest.unlink()
		// The node carries its key, so that the map entry can go too.
		delete(c.nodes, oldest.key)
	}
	n := &node[K, V]{key: key, value: value}
	c.linkFirst(n)
	c.nodes[key] = n
}

// Delete removes key and says whether it was there.
func (c *LruCache[K, V]) Delete(key K) bool {
	n, ok := c.nodes[key]
	if !ok {
		return false
	}
	// Both structures, always together.
	n.unlink()
	delete(c.nodes, key)
	return true
}

// Size says how many entries are held.
func (c *LruCache[K, V]) Size() int {
	return len(c.nodes)
}

func (c *LruCache[K, V]) linkFirst(n *node[K, V]) {
	first := c.ring.next
	n.prev, n.next = c.ring, first
	first.prev = n
	c.ring.next = n
}

func (n *node[K, V]) unlink() {
	n.prev.next = n.next
	n.next.prev = n.prev
}
