from __future__ import annotations

import threading
from typing import Literal

State = Literal["closed", "open", "half-open"]


class CircuitBreaker:
    """Decides whether a dependency may be called; makes no calls itself.

    Who gets a permit calls, then reports exactly once: succeed, fail or
    ignore. Safe for use by several threads.
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
        lengths = (bucket_ms, buckets, open_ms)
        limits = (min_calls, failure_percent, trial_calls)
        if min(lengths + limits) < 1:
            raise ValueError("every option must be at least 1")
        if failure_percent > 100:
            raise ValueError("failure_percent must be at most 100")
        self._bucket_ms = bucket_ms
        self._buckets = buckets
        self._min_calls = min_calls
        self._failure_percent = failure_percent
        self._open_ms = open_ms
        self._trial_calls = trial_calls

        # Look, decide and count are one step. The lock is never held while
        # the dependency is called.
        self._lock = threading.Lock()
        self._state: State = "closed"
        # The number of the current period, and the permit it hands out.
        self._period = 1
        self._now_ms = 0
        self._opened_at = 0
        self._trials_out = 0  # places taken, reported or not
        self._trials_won = 0
        self._window: dict[int, list[int]] = {}  # bucket -> calls, failures

    def state(self, now_ms: int) -> State:
        with self._lock:
            self._advance(now_ms)
            return self._state

    def acquire(self, now_ms: int) -> int:
        with self._lock:
            self._advance(now_ms)
            if self._state == "open":
                return 0
            if self._state == "half-open":
                # Counted when handed out, not when reported: a hundred
                # callers in one millisecond must not all become trials.
                if self._trials_out == self._trial_calls:
                    return 0
                self._trials_out += 1
            return self._period

    def succeed(self, permit: int, now_ms: int) -> None:
        with self._lock:
            self._advance(now_ms)
            if not self._is_current(permit):
                return
            if self._state == "closed":
                self._count(failed=0)
                return
            self._trials_won += 1
            if self._trials_won == self._trial_calls:
                self._enter("closed")

    def fail(self, permit: int, now_ms: int) -> None:
        with self._lock:
            self._advance(now_ms)
            if not self._is_current(permit):
                return
            if self._state == "closed":
                self._count(failed=1)
            else:
                self._enter("open")

    def ignore(self, permit: int, now_ms: int) -> None:
        with self._lock:
            self._advance(now_ms)
            # Or a cancelled trial would hold its place, and with the last
            # one gone the breaker would refuse for ever.
            if self._is_current(permit) and self._state == "half-open":
                self._trials_out -= 1

    def _is_current(self, permit: int) -> bool:
        # A call that began before the last change of state says nothing
        # about the dependency now: a slow one from the closed period must
        # not pass for a trial. While open no permit is given out.
        return permit == self._period and self._state != "open"

    def _advance(self, now_ms: int) -> None:
        # No timer: the clock moves the state when somebody looks. Threads
        # may come with their readings out of order, hence max().
        self._now_ms = max(self._now_ms, now_ms)
        if (
            self._state == "open"
            and self._now_ms >= self._opened_at + self._open_ms
        ):
            self._enter("half-open")

    def _enter(self, state: State) -> None:
        self._state = state
        self._period += 1
        self._opened_at = self._now_ms
        self._trials_out = 0
        self._trials_won = 0
        # The failures that opened it must not open it again once it closed.
        self._window.clear()

    def _count(self, failed: int) -> None:
        bucket = self._now_ms // self._bucket_ms
        for old in [b for b in self._window if b <= bucket - self._buckets]:
            del self._window[old]
        current = self._window.setdefault(bucket, [0, 0])
        current[0] += 1
        current[1] += failed

        calls = sum(counts[0] for counts in self._window.values())
        failures = sum(counts[1] for counts in self._window.values())
        # Without the minimum, one failure in one call at night is 100 %.
        if (
            calls >= self._min_calls
            and failures * 100 >= self._failure_percent * calls
        ):
            self._enter("open")
