"""A middleware pipeline; the contract stands in the starter."""

from typing import Any, Awaitable, Callable, Optional

Context = dict[str, Any]
Next = Callable[..., Awaitable[None]]
Handler = Callable[[Context, Next], Awaitable[None]]
ErrorHandler = Callable[[Exception, Context, Next], Awaitable[None]]


class Pipeline:
    def __init__(self) -> None:
        # (for_errors, handler). The kind is said aloud instead of read from
        # the signature: that goes wrong for defaults, *args and decorators.
        self._layers: list[tuple[bool, Callable[..., Awaitable[None]]]] = []

    def use(self, handler: Handler) -> None:
        self._layers.append((False, handler))

    def use_error(self, handler: ErrorHandler) -> None:
        self._layers.append((True, handler))

    async def run(self, ctx: Context) -> None:
        await self._dispatch(ctx, 0, None)

    async def _dispatch(
        self, ctx: Context, start: int, failure: Optional[Exception]
    ) -> None:
        failed = failure is not None
        at = start
        while at < len(self._layers) and self._layers[at][0] != failed:
            at += 1
        if at == len(self._layers):
            if failure is not None:
                raise failure
            return

        # Lives in this call, not in the pipeline: two requests that share
        # the position would advance each other.
        passed_on = False

        # A plain def: the second call raises at once, not only when it is
        # awaited.
        def call_next(error: Optional[Exception] = None) -> Awaitable[None]:
            nonlocal passed_on
            if passed_on:
                raise RuntimeError("next() called twice")
            passed_on = True
            return self._dispatch(ctx, at + 1, error)

        handler = self._layers[at][1]
        try:
            if failure is not None:
                await handler(failure, ctx, call_next)
            else:
                await handler(ctx, call_next)
        except Exception as error:  # not BaseException: cancelling must pass
            # The layers behind have had their turn: running the error
            # handlers now would show them the same failure twice.
            if passed_on:
                raise
            thrown = error
        else:
            return
        # Outside the except block, so that a failure of an error handler
        # is not chained to the one that it was handling.
        await self._dispatch(ctx, at + 1, thrown)
