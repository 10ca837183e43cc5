package exercise

import (
	"container/list"
	"crypto/sha256"
	"sync"
)

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

type record struct {
	key       string
	token     int
	hash      [sha256.Size]byte
	claimedAt int64
	response  *Response
}

// IdempotencyGuard runs an effect at most once per key; the contract stands
// in the starter.
type IdempotencyGuard struct {
	ttlMs, leaseMs int64

	mu      sync.Mutex
	claims  int
	byKey   map[string]*list.Element
	byClaim *list.List // of *record, oldest claim first
}

// NewIdempotencyGuard returns a guard without records.
func NewIdempotencyGuard(ttlMs, leaseMs int64) *IdempotencyGuard {
	return &IdempotencyGuard{
		ttlMs:   ttlMs,
		leaseMs: leaseMs,
		byKey:   map[string]*list.Element{},
		byClaim: list.New(),
	}
}

func reject(status int) Claim {
	return Claim{Action: "reject", Status: status}
}

// Begin asks whether the request may run.
func (g *IdempotencyGuard) Begin(key, body string, nowMs int64) Claim {
	if key == "" {
		return reject(400)
	}
	// Enough to compare, and the body itself need not be kept.
	hash := sha256.Sum256([]byte(body))

	// Look-up and claim under one lock: of two requests that come together,
	// one claims and the other sees it.
	g.mu.Lock()
	defer g.mu.Unlock()
	g.dropDead(nowMs)
	if element, found := g.byKey[key]; found {
		old := element.Value.(*record)
		if !g.isDead(old, nowMs) {
			// Before the 409: waiting never makes a wrong body right.
			if old.hash != hash {
				return reject(422)
			}
			if old.response != nil {
				return Claim{
					Action: "replay",
					Status: old.response.Status,
					Body:   old.response.Body,
				}
			}
			if nowMs < old.claimedAt+g.leaseMs {
				return reject(409)
			}
		}
		g.drop(element)
	}
	g.claims++
	g.byKey[key] = g.byClaim.PushBack(
		&record{key: key, token: g.claims, hash: hash, claimedAt: nowMs},
	)
	return Claim{Action: "run", Token: g.claims}
}

// Complete stores the response under the key.
func (g *IdempotencyGuard) Complete(
	key string, token, status int, body string,
) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	element := g.held(key, token)
	if element == nil {
		return false
	}
	element.Value.(*record).response = &Response{Status: status, Body: body}
	return true
}

// Fail gives the key back because the effect did not happen.
func (g *IdempotencyGuard) Fail(key string, token int) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	element := g.held(key, token)
	if element == nil {
		return false
	}
	g.drop(element)
	return true
}

// Handle is Begin, effect and Complete in one.
func (g *IdempotencyGuard) Handle(
	key, body string, nowMs int64, effect func() (Response, error),
) (Reply, error) {
	claim := g.Begin(key, body, nowMs)
	if claim.Action != "run" {
		return Reply{
			Status:   claim.Status,
			Body:     claim.Body,
			Replayed: claim.Action == "replay",
		}, nil
	}
	// The lock is not held here: one slow effect would stop every key. A
	// panic leaves the outcome open, so its claim stays until the lease is
	// over.
	response, err := effect()
	if err != nil {
		g.Fail(key, claim.Token)
		return Reply{}, err
	}
	if !g.Complete(key, claim.Token, response.Status, response.Body) {
		return Reply{Status: 409}, nil
	}
	return Reply{Status: response.Status, Body: response.Body}, nil
}

// held returns the record's element, if the claim of this token still holds
// it: a holder that was overtaken must not write over its successor.
func (g *IdempotencyGuard) held(key string, token int) *list.Element {
	element, found := g.byKey[key]
	if !found {
		return nil
	}
	r := element.Value.(*record)
	if r.token != token || r.response != nil {
		return nil
	}
	return element
}

func (g *IdempotencyGuard) isDead(r *record, nowMs int64) bool {
	return nowMs >= r.claimedAt+g.ttlMs
}

func (g *IdempotencyGuard) dropDead(nowMs int64) {
	for element := g.byClaim.Front(); element != nil; {
		if !g.isDead(element.Value.(*record), nowMs) {
			return
		}
		g.drop(element)
		element = g.byClaim.Front()
	}
}

func (g *IdempotencyGuard) drop(element *list.Element) {
	delete(g.byKey, element.Value.(*record).key)
	g.byClaim.Remove(element)
}
