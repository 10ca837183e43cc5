package exercise

import (
	"math"
	"sort"
	"strings"
)

// never stands for an expiry that does not come and a TTL without end.
const never = math.MaxInt64

type item struct {
	value     string
	expiresAt int64
}

// isLive is the one place that knows the edge: at expiresAt it is gone.
func (i item) isLive(nowMs int64) bool {
	return nowMs < i.expiresAt
}

type row struct {
	key, field, value string
	remaining         int64
}

type backup struct {
	takenAt int64
	rows    []row
}

// ExpiringStore is an in-memory store of key -> field -> value, each field
// with or without an expiry. An item keeps the moment it dies, not its TTL:
// a read compares two numbers. It is not safe for concurrent use.
type ExpiringStore struct {
	items   map[string]map[string]item
	backups []backup // oldest first
}

// NewExpiringStore returns an empty store.
func NewExpiringStore() *ExpiringStore {
	return &ExpiringStore{items: make(map[string]map[string]item)}
}

// Set stores a field that never expires; it drops any expiry that the field
// had before.
func (s *ExpiringStore) Set(key, field, value string, nowMs int64) {
	// A whole new item: a plain write must not inherit the expiry of the
	// field that it replaces.
	s.store(key, field, item{value, never})
}

// SetExpiring stores a field that can be seen while now < nowMs + ttlMs and
// is gone from that millisecond on. It panics if ttlMs is below 1.
func (s *ExpiringStore) SetExpiring(
	key, field, value string, nowMs, ttlMs int64,
) {
	// A TTL of 0 or less is refused: 'for ever' or 'gone at once' would
	// both be guesses at what the caller meant.
	if ttlMs < 1 {
		panic("ttlMs must be at least 1")
	}
	s.store(key, field, item{value, after(nowMs, ttlMs)})
}

// Get returns the field's value; ok is false when it is missing or expired.
func (s *ExpiringStore) Get(
	key, field string, nowMs int64,
) (value string, ok bool) {
	found, ok := s.items[key][field]
	if !ok || !found.isLive(nowMs) {
		return "", false
	}
	return found.value, true
}

// Delete removes a field; true only if it was there and had not expired.
func (s *ExpiringStore) Delete(key, field string, nowMs int64) bool {
	found, ok := s.items[key][field]
	if !ok {
		return false
	}
	delete(s.items[key], field)
	if len(s.items[key]) == 0 {
		delete(s.items, key)
	}
	// Still in memory is not the same as still there.
	return found.isLive(nowMs)
}

// Scan returns the live fields of key that start with prefix, as
// {field, value} pairs in ascending order of the field, compared by byte.
// Nothing found is an empty slice, not nil.
func (s *ExpiringStore) Scan(
	key, prefix string, nowMs int64,
) [][2]string {
	found := [][2]string{}
	for field, it := range s.items[key] {
		if strings.HasPrefix(field, prefix) && it.isLive(nowMs) {
			found = append(found, [2]string{field, it.value})
		}
	}
	// Go's map order is random, so the sort is not optional.
	sort.Slice(found, func(i, j int) bool {
		return found[i][0] < found[j][0]
	})
	return found
}

// Sweep frees every expired field and says how many fields are left.
func (s *ExpiringStore) Sweep(nowMs int64) int {
	left := 0
	for key, fields := range s.items {
		for field, it := range fields {
			if !it.isLive(nowMs) {
				delete(fields, field)
			}
		}
		// An empty inner map is a leak too.
		if len(fields) == 0 {
			delete(s.items, key)
		}
		left += len(fields)
	}
	return left
}

// Backup keeps a copy of all live fields and says how many they are.
func (s *ExpiringStore) Backup(nowMs int64) int {
	// Rows of its own, not the maps: later writes must not reach it.
	rows := []row{}
	for key, fields := range s.items {
		for field, it := range fields {
			if !it.isLive(nowMs) {
				continue
			}
			// What is left to live, not when it ends: by the time of the
			// restore that moment may have passed.
			remaining := int64(never)
			if it.expiresAt != never {
				remaining = it.expiresAt - nowMs
			}
			rows = append(rows, row{key, field, it.value, remaining})
		}
	}
	s.backups = append(s.backups, backup{nowMs, rows})
	return len(rows)
}

// Restore replaces the whole content by the latest backup taken at or
// before backupAtMs. A field that had n ms to live when it was backed up
// has n ms from nowMs. Backups stay and can be restored again. It returns
// false, and changes nothing, when there is no such backup.
func (s *ExpiringStore) Restore(nowMs, backupAtMs int64) bool {
	// The first backup that is too late; of two in one millisecond the
	// later wins.
	end := sort.Search(len(s.backups), func(i int) bool {
		return s.backups[i].takenAt > backupAtMs
	})
	if end == 0 {
		return false
	}
	s.items = make(map[string]map[string]item)
	for _, r := range s.backups[end-1].rows {
		s.store(r.key, r.field, item{r.value, after(nowMs, r.remaining)})
	}
	return true
}

func (s *ExpiringStore) store(key, field string, it item) {
	if s.items[key] == nil {
		s.items[key] = make(map[string]item)
	}
	s.items[key][field] = it
}

// after adds without overflow: a huge TTL must not wrap into the past.
func after(nowMs, ttlMs int64) int64 {
	if ttlMs > never-nowMs {
		return never
	}
	return nowMs + ttlMs
}
