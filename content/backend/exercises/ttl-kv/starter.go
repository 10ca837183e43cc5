package exercise

// ExpiringStore is an in-memory store of key -> field -> value, each field
// with or without an expiry. nowMs is the caller's clock in milliseconds
// and never goes back from call to call. It is not safe for concurrent use.
type ExpiringStore struct{}

// NewExpiringStore returns an empty store.
func NewExpiringStore() *ExpiringStore {
	return &ExpiringStore{}
}

// Set stores a field that never expires; it drops any expiry that the field
// had before.
func (s *ExpiringStore) Set(key, field, value string, nowMs int64) {
	panic("not implemented")
}

// SetExpiring stores a field that can be seen while now < nowMs + ttlMs and
// is gone from that millisecond on. It panics if ttlMs is below 1.
func (s *ExpiringStore) SetExpiring(
	key, field, value string, nowMs, ttlMs int64,
) {
	panic("not implemented")
}

// Get returns the field's value; ok is false when it is missing or expired.
func (s *ExpiringStore) Get(
	key, field string, nowMs int64,
) (value string, ok bool) {
	panic("not implemented")
}

// Delete removes a field; true only if it was there and had not expired.
func (s *ExpiringStore) Delete(key, field string, nowMs int64) bool {
	panic("not implemented")
}

// Scan returns the live fields of key that start with prefix, as
// {field, value} pairs in ascending order of the field, compared by byte.
// Nothing found is an empty slice, not nil.
func (s *ExpiringStore) Scan(
	key, prefix string, nowMs int64,
) [][2]string {
	panic("not implemented")
}

// Sweep frees every expired field and says how many fields are left.
func (s *ExpiringStore) Sweep(nowMs int64) int {
	panic("not implemented")
}

// Backup keeps a copy of all live fields and says how many they are.
func (s *ExpiringStore) Backup(nowMs int64) int {
	panic("not implemented")
}

// Restore replaces the whole content by the latest backup taken at or
// before backupAtMs. A field that had n ms to live when it was backed up
// has n ms from nowMs. Backups stay and can be restored again. It returns
// false, and changes nothing, when there is no such backup.
func (s *ExpiringStore) Restore(nowMs, backupAtMs int64) bool {
	panic("not implemented")
}
