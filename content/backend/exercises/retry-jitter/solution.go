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
	o := options
	if o.MaxAttempts < 1 || o.BaseMs < 1 || o.CapMs < 1 {
		panic("MaxAttempts, BaseMs and CapMs must be at least 1")
	}
	return &Retrier[T]{options: o}
}

// DelayMs is how long to wait before retry number retry (0 is the first
// retry), in whole ms: floor(Random() * min(CapMs, BaseMs * 2^retry)), on
// top of retryAfterMs, which counts as 0 if negative. It calls Random once.
func (r *Retrier[T]) DelayMs(retry int, retryAfterMs int64) int64 {
	// Full jitter: all of the delay is random, with no fixed part.
	jitter := int64(r.options.Random() * float64(r.ceilingMs(retry)))
	// Added, not max: all who were told '30 s' would be back at once.
	if retryAfterMs > 0 {
		return retryAfterMs + jitter
	}
	return jitter
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
	var none T
	for attempt := 1; ; attempt++ {
		value, err := fn()
		if err == nil {
			return value, nil
		}
		// The last failure is returned without sleeping first, and as it
		// is: the caller needs its status, not 'retries exhausted'.
		if attempt >= r.options.MaxAttempts || !r.options.IsRetryable(err) {
			return none, err
		}
		delay := r.DelayMs(attempt-1, r.options.RetryAfterMs(err))
		if err := r.options.Sleep(delay); err != nil {
			return none, err
		}
	}
}

// ceilingMs is min(CapMs, BaseMs * 2^retry). It doubles only while the
// result stays under the cap: BaseMs << retry would overflow, first into
// negative numbers and then into 0.
func (r *Retrier[T]) ceilingMs(retry int) int64 {
	ceiling := r.options.BaseMs
	for i := 0; i < retry; i++ {
		if ceiling > r.options.CapMs/2 {
			return r.options.CapMs
		}
		ceiling *= 2
	}
	if ceiling > r.options.CapMs {
		return r.options.CapMs
	}
	return ceiling
}
