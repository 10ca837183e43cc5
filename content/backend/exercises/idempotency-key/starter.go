package exercise

// Claim is what Begin decides; what does not apply is 0 or "".
type Claim struct {
	Action string // "run", "replay" or "reject"
	Token  int
	Status int
	Body   string
}

// Response is what an effect returns.
type Response struct {
	Status int
	Body   string
}

// Reply is what Handle returns.
type Reply struct {
	Status   int
	Body     string
	Replayed bool
}

// IdempotencyGuard runs an effect at most once per Idempotency-Key and
// replays its response.
//
// A key's record is made by a claim. While the effect runs, the claim holds
// the key for leaseMs; the record as a whole lives for ttlMs. Both count
// from the claim: at claimedAt+leaseMs the lease is over, at claimedAt+ttlMs
// the record is as if it had never been.
//
// The caller guarantees 0 < leaseMs <= ttlMs. Keys arrive already scoped to
// one caller and one operation. Memory must not grow with dead records. All
// methods may be called from several goroutines at once.
type IdempotencyGuard struct {
	ttlMs, leaseMs int64
}

// NewIdempotencyGuard returns a guard without records.
func NewIdempotencyGuard(ttlMs, leaseMs int64) *IdempotencyGuard {
	return &IdempotencyGuard{ttlMs: ttlMs, leaseMs: leaseMs}
}

// Begin asks whether the request may run.
//
//   - "run", with a token: the claim is yours, call Complete or Fail.
//     Tokens are 1, 2, 3 ... in the order of the claims on this guard.
//     Given for a new key, and to take over a claim whose lease is over.
//   - "replay", with status and body: what the first request got.
//   - "reject", with a status: 400 for an empty key, 422 for another body
//     than the record's (whatever state it is in), 409 while the first
//     request runs.
func (g *IdempotencyGuard) Begin(key, body string, nowMs int64) Claim {
	panic("not implemented")
}

// Complete stores the response under the key. It returns false, and changes
// nothing, if the claim of this token no longer holds or is already
// completed.
func (g *IdempotencyGuard) Complete(
	key string, token, status int, body string,
) bool {
	panic("not implemented")
}

// Fail gives the key back because the effect did not happen. It returns
// false, and changes nothing, in the same cases as Complete.
func (g *IdempotencyGuard) Fail(key string, token int) bool {
	panic("not implemented")
}

// Handle is Begin, effect and Complete in one.
//
//   - Whatever response the effect returns is kept, also a 4xx or 5xx.
//   - If the effect returns an error, the key is given back and the error
//     passes on.
//   - A rejected request gets the status, an empty body and no effect.
//   - If the claim was lost while the effect ran: 409, empty body.
func (g *IdempotencyGuard) Handle(
	key, body string, nowMs int64, effect func() (Response, error),
) (Reply, error) {
	panic("not implemented")
}
