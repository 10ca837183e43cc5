"""A middleware pipeline."""

from typing import Any, Awaitable, Callable

Context = dict[str, Any]
Next = Callable[..., Awaitable[None]]
Handler = Callable[[Context, Next], Awaitable[None]]
ErrorHandler = Callable[[Exception, Context, Next], Awaitable[None]]


class Pipeline:
    """Layers run in the order in which they were added.

    A handler is ``async def handler(ctx, call_next)``, an error handler
    ``async def handler(error, ctx, call_next)``.

    - ``await call_next()`` runs the rest of the chain and comes back when
      it is done: code after it runs on the way out, in reverse order.
      After the last layer ``call_next()`` does nothing.
    - A handler that returns without calling ``call_next`` ends the chain.
    - A handler that raises before it called ``call_next``, or calls
      ``call_next(error)``, goes on at the next error handler behind it;
      the handlers between are skipped. ``call_next()`` from an error
      handler goes on at the next normal handler. Without a failure, error
      handlers are skipped.
    - A failure that no error handler took, and one that happens after the
      handler called ``call_next``, travels outwards: ``await call_next()``
      in the layer before raises it, and in the end ``run`` does.
    - A second ``call_next()`` in one handler raises
      ``RuntimeError("next() called twice")`` and runs nothing.

    Handlers must await ``call_next()``. One pipeline serves many ``run``
    calls, also at the same time.
    """

    def use(self, handler: Handler) -> None:
        """Adds a handler."""
        raise NotImplementedError("not implemented")

    def use_error(self, handler: ErrorHandler) -> None:
        """Adds an error handler."""
        raise NotImplementedError("not implemented")

    async def run(self, ctx: Context) -> None:
        """Runs the chain on ``ctx``; raises a failure that nobody took."""
        raise NotImplementedError("not implemented")
