package exercise

import "sync"

// BreakerOptions are numbers of at least 1.
type BreakerOptions struct {
	// BucketMs: the window is counted in buckets this long.
	BucketMs int64
	// Buckets is the window: the current bucket and those before it, this
	// many in all.
	Buckets int64
	// MinCalls: fewer calls in the window never open the breaker.
	MinCalls int
	// FailurePercent is the share of failures that opens it; at most 100.
	FailurePercent int
	// OpenMs is how long it refuses before it tries again.
	OpenMs int64
	// TrialCalls is how many calls it lets through while half-open.
	TrialCalls int
}

const (
	closed   = "closed"
	open     = "open"
	halfOpen = "half-open"
)

type bucket struct {
	number          int64
	calls, failures int
}

// CircuitBreaker decides whether a dependency may be called; it makes no
// calls itself. Who gets a permit calls, then reports exactly once:
// Succeed, Fail or Ignore. It is safe for concurrent use.
type CircuitBreaker struct {
	options BreakerOptions

	// Look, decide and count are one step. The lock is never held while the
	// dependency is called.
	mu        sync.Mutex
	state     string
	period    int64 // of the current state; also the permit it hands out
	nowMs     int64
	openedAt  int64
	trialsOut int // places taken while half-open, reported or not
	trialsWon int
	window    []bucket // a ring
}

// NewCircuitBreaker returns a closed breaker. It panics if an option is out
// of range.
func NewCircuitBreaker(options BreakerOptions) *CircuitBreaker {
	o := options
	if o.BucketMs < 1 || o.Buckets < 1 || o.MinCalls < 1 ||
		o.OpenMs < 1 || o.TrialCalls < 1 ||
		o.FailurePercent < 1 || o.FailurePercent > 100 {
		panic("a breaker option is out of range")
	}
	return &CircuitBreaker{
		options: o,
		state:   closed,
		period:  1,
		window:  make([]bucket, o.Buckets),
	}
}

// State is "closed", "open" or "half-open".
func (b *CircuitBreaker) State(nowMs int64) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.advance(nowMs)
	return b.state
}

// Acquire returns a permit to call, or 0: do not call.
func (b *CircuitBreaker) Acquire(nowMs int64) int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.advance(nowMs)
	switch b.state {
	case open:
		return 0
	case halfOpen:
		// Counted when handed out, not when reported: a hundred callers in
		// the same millisecond must not all become trials.
		if b.trialsOut == b.options.TrialCalls {
			return 0
		}
		b.trialsOut++
	}
	return b.period
}

// Succeed reports that the call worked: the dependency is well.
func (b *CircuitBreaker) Succeed(permit, nowMs int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.advance(nowMs)
	if !b.isCurrent(permit) {
		return
	}
	if b.state == closed {
		b.count(0)
		return
	}
	b.trialsWon++
	if b.trialsWon == b.options.TrialCalls {
		b.enter(closed)
	}
}

// Fail reports that the call failed in a way that the dependency is to
// blame for.
func (b *CircuitBreaker) Fail(permit, nowMs int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.advance(nowMs)
	if !b.isCurrent(permit) {
		return
	}
	if b.state == closed {
		b.count(1)
		return
	}
	b.enter(open)
}

// Ignore reports that the call says nothing, say because its caller
// cancelled it.
func (b *CircuitBreaker) Ignore(permit, nowMs int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.advance(nowMs)
	// Or a cancelled trial would hold its place, and with the last one gone
	// the breaker would stay half-open and refuse for ever.
	if b.isCurrent(permit) && b.state == halfOpen {
		b.trialsOut--
	}
}

// isCurrent: a call that began before the last change of state says nothing
// about the dependency now; a slow one from the closed period must not pass
// for a trial. No permit is given out while open, so none is current then.
func (b *CircuitBreaker) isCurrent(permit int64) bool {
	return permit == b.period && b.state != open
}

// advance lets the clock move the state; there is no timer.
func (b *CircuitBreaker) advance(nowMs int64) {
	// Goroutines may come with their readings out of order.
	if nowMs > b.nowMs {
		b.nowMs = nowMs
	}
	if b.state == open && b.nowMs >= b.openedAt+b.options.OpenMs {
		b.enter(halfOpen)
	}
}

func (b *CircuitBreaker) enter(state string) {
	b.state = state
	b.period++
	b.openedAt = b.nowMs
	b.trialsOut = 0
	b.trialsWon = 0
	// The failures that opened it must not open it again after recovery.
	b.window = make([]bucket, b.options.Buckets)
}

func (b *CircuitBreaker) count(failed int) {
	number := b.nowMs / b.options.BucketMs
	current := &b.window[number%b.options.Buckets]
	if current.number != number {
		*current = bucket{number: number}
	}
	current.calls++
	current.failures += failed

	calls, failures := 0, 0
	for _, old := range b.window {
		// Slots that nobody has overwritten may be older than the window.
		if old.number > number-b.options.Buckets {
			calls += old.calls
			failures += old.failures
		}
	}
	// Without the minimum, one failure in one call at night is 100 %.
	if calls >= b.options.MinCalls &&
		failures*100 >= b.options.FailurePercent*calls {
		b.enter(open)
	}
}
