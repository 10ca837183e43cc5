from __future__ import annotations

from typing import Literal

State = Literal["closed", "open", "half-open"]


class CircuitBreaker:
    """Decides whether a dependency may be called; makes no calls itself.

    Who gets a permit calls, then reports exactly once: succeed, fail or
    ignore. `now_ms` is the caller's clock, which never goes back. Safe for
    use by several threads.

    closed     lets everything through. After each success or failure: with
               at least min_calls in the window, failure_percent or more of
               them failures, it opens.
    open       refuses. From open_ms after opening on it is half-open.
    half-open  lets trial_calls calls through. When all of them succeeded it
               closes, with an empty window; the first failure opens it anew
               for another open_ms. Ignoring a trial gives its place back.

    A permit is the number of the current period: 1 at first, one more at
    every change of state. A report with a permit of an earlier period, or
    with 0, changes nothing.

    The options are whole numbers of at least 1:

    bucket_ms        the window is counted in buckets this long; a moment
                     lies in bucket now_ms // bucket_ms
    buckets          the window: the current bucket and those before it,
                     this many in all
    min_calls        fewer calls in the window never open it
    failure_percent  opens at this share of failures; at most 100
    open_ms          how long it refuses before it tries again
    trial_calls      calls let through while half-open
    """

    def __init__(
        self,
        *,
        bucket_ms: int,
        buckets: int,
        min_calls: int,
        failure_percent: int,
        open_ms: int,
        trial_calls: int,
    ) -> None:
        """Options out of range: a ValueError."""
        self._bucket_ms = bucket_ms
        self._buckets = buckets
        self._min_calls = min_calls
        self._failure_percent = failure_percent
        self._open_ms = open_ms
        self._trial_calls = trial_calls

    def state(self, now_ms: int) -> State:
        raise NotImplementedError("not implemented")

    def acquire(self, now_ms: int) -> int:
        """A permit to call, or 0: do not call."""
        raise NotImplementedError("not implemented")

    def succeed(self, permit: int, now_ms: int) -> None:
        """The call worked: the dependency is well."""
        raise NotImplementedError("not implemented")

    def fail(self, permit: int, now_ms: int) -> None:
        """The call failed in a way that the dependency is to blame for."""
        raise NotImplementedError("not implemented")

    def ignore(self, permit: int, now_ms: int) -> None:
        """The call says nothing, say because its caller cancelled it."""
        raise NotImplementedError("not implemented")
