package exercise

// SingleFlight shares one running load per key among all who ask for that
// key. It is safe for concurrent use.
//
//   - While a load of key runs, every Load(key) gets its outcome, value or
//     error, and the loader is not called again.
//   - Nothing is kept after it ends: the next Load(key) starts anew, after
//     a failure as after a success.
//   - Keys do not wait for each other.
//   - A loader that panics lets nobody hang: the caller that ran it sees
//     the panic, the others get an error.
type SingleFlight[K comparable, V any] struct {
	loader func(key K) (V, error)
}

// NewSingleFlight returns a SingleFlight that loads with loader.
func NewSingleFlight[K comparable, V any](
	loader func(key K) (V, error),
) *SingleFlight[K, V] {
	return &SingleFlight[K, V]{loader: loader}
}

// Load returns what the loader gives for key.
func (s *SingleFlight[K, V]) Load(key K) (V, error) {
	panic("not implemented")
}

// Forget makes the next Load(key) start a new load even if one is running.
// Those who already wait for the running one still get its outcome.
func (s *SingleFlight[K, V]) Forget(key K) {
	panic("not implemented")
}

// InFlight says how many keys have a load that the next Load would join.
func (s *SingleFlight[K, V]) InFlight() int {
	panic("not implemented")
}
