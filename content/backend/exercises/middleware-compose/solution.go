package exercise

import "errors"

// Context is what the layers of one run share.
type Context map[string]any

// Next runs the rest of the chain, as failed if err is not nil, and returns
// the failure that comes back from it.
type Next func(err error) error

// Handler fails by returning an error.
type Handler func(ctx Context, next Next) error

// ErrorHandler takes a failure from a layer before it.
type ErrorHandler func(err error, ctx Context, next Next) error

// ErrNextTwice is what a second call of next in one handler returns.
var ErrNextTwice = errors.New("next() called twice")

// layer has exactly one of the two set.
type layer struct {
	handle      Handler
	handleError ErrorHandler
}

// Pipeline is a middleware pipeline; the contract stands in the starter.
type Pipeline struct {
	layers []layer
}

// NewPipeline returns an empty pipeline.
func NewPipeline() *Pipeline {
	return &Pipeline{}
}

// Use adds a handler.
func (p *Pipeline) Use(handler Handler) {
	p.layers = append(p.layers, layer{handle: handler})
}

// UseError adds an error handler.
func (p *Pipeline) UseError(handler ErrorHandler) {
	p.layers = append(p.layers, layer{handleError: handler})
}

// Run runs the chain on ctx and returns a failure that nobody took.
func (p *Pipeline) Run(ctx Context) error {
	return p.dispatch(ctx, 0, nil)
}

func (p *Pipeline) dispatch(ctx Context, from int, failure error) error {
	at := from
	for at < len(p.layers) &&
		(p.layers[at].handleError != nil) != (failure != nil) {
		at++
	}
	if at == len(p.layers) {
		return failure
	}

	// Lives in this call, not in the pipeline: two requests that share the
	// position would advance each other.
	passedOn := false
	next := func(err error) error {
		if passedOn {
			return ErrNextTwice
		}
		passedOn = true
		return p.dispatch(ctx, at+1, err)
	}

	var err error
	if failure != nil {
		err = p.layers[at].handleError(failure, ctx, next)
	} else {
		err = p.layers[at].handle(ctx, next)
	}
	// Once passed on, the layers behind have had their turn: running the
	// error handlers now would show them the same failure twice.
	if err == nil || passedOn {
		return err
	}
	return p.dispatch(ctx, at+1, err)
}
