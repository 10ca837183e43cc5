package exercise

// RetryOptions says how often, when and after which errors to try again.
type RetryOptions struct {
	MaxAttempts int   // calls in all, the first one included; at least 1
	BaseMs      int64 // ceiling of the first delay; at least 1
	CapMs       int64 // no ceiling is higher than this; at least 1

	Random      func() float64       // gives a number in [0, 1)
	Sleep       func(ms int64) error // fails if the caller gave up
	IsRetryable func(err error) bool
	// RetryAfterMs is how long the server asked to wait; 0 if it did not
	// say.
	RetryAfterMs func(err error) int64
}

// Retrier calls a function again after a failure, with backoff and full
// jitter.
type Retrier[T any] struct {
	options RetryOptions
}

// NewRetrier returns a Retrier. It panics if an option is out of range.
func NewRetrier[T any](options RetryOptions) *Retrier[T] {
	return &Retrier[T]{options: options}
}

// DelayMs is how long to wait before retry number retry (0 is the first
// retry), in whole ms: floor(Random() * min(CapMs, BaseMs * 2^retry)), on
// top of retryAfterMs, which counts as 0 if negative. It calls Random once.
func (r *Retrier[T]) DelayMs(retry int, retryAfterMs int64) int64 {
	panic("not implemented")
}

// Run returns what fn returns. If fn fails:
//
//   - an error that is not retryable is returned at once,
//   - after MaxAttempts calls the last error is returned, unwrapped and
//     without another sleep,
//   - else it sleeps DelayMs(...) and calls fn again.
//
// An error out of Sleep (the caller gave up) ends the run and is returned.
func (r *Retrier[T]) Run(fn func() (T, error)) (T, error) {
	panic("not implemented")
}
