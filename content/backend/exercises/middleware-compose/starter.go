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

// Pipeline is a middleware pipeline. Layers run in the order in which they
// were added.
//
//   - next(nil) runs the rest of the chain and comes back when it is done:
//     code after it runs on the way out, in reverse order. After the last
//     layer it does nothing.
//   - A handler that returns nil without calling next ends the chain.
//   - A handler that returns an error before it called next, or calls
//     next(err), goes on at the next error handler behind it; the handlers
//     between are skipped. next(nil) from an error handler goes on at the
//     next normal handler. Without a failure, error handlers are skipped.
//   - A failure that no error handler took, and one that a handler returns
//     after it called next, travels outwards: next in the layer before
//     returns it, and in the end Run does.
//   - A second next in one handler returns ErrNextTwice and runs nothing.
//
// All layers are added before the first Run. One pipeline serves many Run
// calls, also at the same time.
type Pipeline struct{}

// NewPipeline returns an empty pipeline.
func NewPipeline() *Pipeline {
	return &Pipeline{}
}

// Use adds a handler.
func (p *Pipeline) Use(handler Handler) {
	panic("not implemented")
}

// UseError adds an error handler.
func (p *Pipeline) UseError(handler ErrorHandler) {
	panic("not implemented")
}

// Run runs the chain on ctx and returns a failure that nobody took.
func (p *Pipeline) Run(ctx Context) error {
	panic("not implemented")
}
