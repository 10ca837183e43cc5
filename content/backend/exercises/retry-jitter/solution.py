from __future__ import annotations

import math
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
        if min(max_attempts, base_ms, cap_ms) < 1:
            raise ValueError(
                "max_attempts, base_ms and cap_ms must be at least 1"
            )
        self._max_attempts = max_attempts
        self._base_ms = base_ms
        self._cap_ms = cap_ms
        self._random = random
        self._sleep = sleep
        self._is_retryable = is_retryable
        self._retry_after_ms = retry_after_ms

    def delay_ms(self, retry: int, retry_after_ms: int) -> int:
        ceiling = min(self._cap_ms, self._base_ms * 2**retry)
        # Full jitter: all of the delay is random, with no fixed part.
        jitter = math.floor(self._random() * ceiling)
        # Added, not max(): all who were told '30 s' would be back at once.
        return max(0, retry_after_ms) + jitter

    def run(self, fn: Callable[[], T]) -> T:
        attempt = 1
        while True:
            try:
                return fn()
            # Not BaseException: Ctrl-C and a cancelled task are orders to
            # stop, not failures to be tried again.
            except Exception as error:
                # The last failure is raised without sleeping first, and as
                # it is: the caller needs its status, not 'exhausted'.
                if attempt >= self._max_attempts:
                    raise
                if not self._is_retryable(error):
                    raise
                asked_ms = self._retry_after_ms(error)
            self._sleep(self.delay_ms(attempt - 1, asked_ms))
            attempt += 1
