package exercise

import (
	"errors"
	"sync"
)

var errAborted = errors.New("single flight: the loader did not return")

type flight[V any] struct {
	done  chan struct{} // closed when value and err may be read
	value V
	err   error
}

// SingleFlight shares one running load per key among all who ask for that
// key. It is safe for concurrent use.
type SingleFlight[K comparable, V any] struct {
	loader  func(key K) (V, error)
	mu      sync.Mutex
	flights map[K]*flight[V]
}

// NewSingleFlight returns a SingleFlight that loads with loader.
func NewSingleFlight[K comparable, V any](
	loader func(key K) (V, error),
) *SingleFlight[K, V] {
	return &SingleFlight[K, V]{
		loader:  loader,
		flights: make(map[K]*flight[V]),
	}
}

// Load returns what the loader gives for key.
func (s *SingleFlight[K, V]) Load(key K) (V, error) {
	// Look and enter under one lock: between two of them a second caller
	// would find nothing and load as well.
	s.mu.Lock()
	if f, ok := s.flights[key]; ok {
		s.mu.Unlock()
		<-f.done
		return f.value, f.err
	}
	// errAborted stands until the loader returns, so that a panic or a
	// runtime.Goexit leaves the waiters with an error.
	f := &flight[V]{done: make(chan struct{}), err: errAborted}
	s.flights[key] = f
	// Not held while loading: one slow key would stop all the others.
	s.mu.Unlock()

	// Deferred, so that it runs when the loader panics too: otherwise the
	// waiters would hang, and so would everyone who comes later.
	defer func() {
		s.mu.Lock()
		// Only our own entry: after Forget it may be a newer load's.
		if s.flights[key] == f {
			delete(s.flights, key)
		}
		s.mu.Unlock()
		close(f.done)
	}()
	f.value, f.err = s.loader(key)
	return f.value, f.err
}

// Forget makes the next Load(key) start a new load even if one is running.
// Those who already wait for the running one still get its outcome.
func (s *SingleFlight[K, V]) Forget(key K) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.flights, key)
}

// InFlight says how many keys have a load that the next Load would join.
func (s *SingleFlight[K, V]) InFlight() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.flights)
}
