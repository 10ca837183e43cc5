package exercise

// BreakerOptions are numbers of at least 1.
type BreakerOptions struct {
	// BucketMs: the window is counted in buckets this long; a moment lies
	// in bucket nowMs / BucketMs.
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

// CircuitBreaker decides whether a dependency may be called; it makes no
// calls itself. Who gets a permit calls, then reports exactly once:
// Succeed, Fail or Ignore. nowMs is the caller's clock, which never goes
// back. It is safe for concurrent use.
//
//	closed     lets everything through. After each success or failure:
//	           with at least MinCalls in the window, FailurePercent or
//	           more of them failures, it opens.
//	open       refuses. From OpenMs after opening on it is half-open.
//	half-open  lets TrialCalls calls through. When all of them succeeded
//	           it closes, with an empty window; the first failure opens it
//	           anew for another OpenMs. Ignoring a trial gives its place
//	           back.
//
// A permit is the number of the current period: 1 at first, one more at
// every change of state. A report with a permit of an earlier period, or
// with 0, changes nothing.
type CircuitBreaker struct {
	options BreakerOptions
}

// NewCircuitBreaker returns a closed breaker. It panics if an option is out
// of range.
func NewCircuitBreaker(options BreakerOptions) *CircuitBreaker {
	return &CircuitBreaker{options: options}
}

// State is "closed", "open" or "half-open".
func (b *CircuitBreaker) State(nowMs int64) string {
	panic("not implemented")
}

// Acquire returns a permit to call, or 0: do not call.
func (b *CircuitBreaker) Acquire(nowMs int64) int64 {
	panic("not implemented")
}

// Succeed reports that the call worked: the dependency is well.
func (b *CircuitBreaker) Succeed(permit, nowMs int64) {
	panic("not implemented")
}

// Fail reports that the call failed in a way that the dependency is to
// blame for.
func (b *CircuitBreaker) Fail(permit, nowMs int64) {
	panic("not implemented")
}

// Ignore reports that the call says nothing, say because its caller
// cancelled it.
func (b *CircuitBreaker) Ignore(permit, nowMs int64) {
	panic("not implemented")
}
