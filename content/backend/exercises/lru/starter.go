package exercise

// LruCache holds at most a fixed number of entries and evicts the least
// recently used.
//
//   - A hit by Get and every Put make the entry the most recently used.
//   - Put on a full cache evicts exactly one entry, and only for a new key.
//   - Get, Put and Delete take O(1), whatever the capacity.
//   - It is not safe for concurrent use.
type LruCache[K comparable, V any] struct {
	capacity int
}

// NewLruCache returns an empty cache. It panics if capacity is below 1.
func NewLruCache[K comparable, V any](capacity int) *LruCache[K, V] {
	return &LruCache[K, V]{capacity: capacity}
}

// Get returns the value under key; ok is false when it is not cached.
func (c *LruCache[K, V]) Get(key K) (value V, ok bool) {
	panic("not implemented")
}

// Put stores value under key, and evicts if a new key found no room.
func (c *LruCache[K, V]) Put(key K, value V) {
	panic("not implemented")
}

// Delete removes key and says whether it was there.
func (c *LruCache[K, V]) Delete(key K) bool {
	panic("not implemented")
}

// Size says how many entries are held.
func (c *LruCache[K, V]) Size() int {
	panic("not implemented")
}
