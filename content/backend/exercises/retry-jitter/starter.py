from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Retrier:
    """Calls a function again after a failure, with backoff and full jitter.

    max_attempts    calls in all, the first one included; at least 1
    base_ms         ceiling of the first delay; at least 1
    cap_ms          no ceiling is higher than this; at least 1
    random          gives a number in [0, 1)
    sleep           waits that many ms
    is_retryable    says whether an error may be tried again
    retry_after_ms  how long the server asked to wait; 0 if it did not say
    """

    def __init__(
        self,
        *,
        max_attempts: int,
        base_ms: int,
        cap_ms: int,
        random: Callable[[], float],
        sleep: Callable[[int], None],
        is_retryable: Callable[[Exception], bool],
        retry_after_ms: Callable[[Exception], int],
    ) -> None:
        """Options out of range: a ValueError."""
        self._max_attempts = max_attempts
        self._base_ms = base_ms
        self._cap_ms = cap_ms
        self._random = random
        self._sleep = sleep
        self._is_retryable = is_retryable
        self._retry_after_ms = retry_after_ms

    def delay_ms(self, retry: int, retry_after_ms: int) -> int:
        """How long to wait before retry number `retry` (0 is the first).

        In whole ms: floor(random() * min(cap_ms, base_ms * 2**retry)), on
        top of `retry_after_ms`, which counts as 0 if negative. Calls
        random() once.
        """
        raise NotImplementedError("not implemented")

    def run(self, fn: Callable[[], T]) -> T:
        """Returns what `fn` returns. If `fn` raises:

        - an error that is not retryable is raised on at once,
        - after max_attempts calls the last error is raised on, unwrapped
          and without another sleep,
        - else it sleeps delay_ms(...) and calls `fn` again.
        An error out of `sleep` (the caller gave up) ends the run.
        """
        raise NotImplementedError("not implemented")
