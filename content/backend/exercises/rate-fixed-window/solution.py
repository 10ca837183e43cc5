import threading


class FixedWindowLimiter:
    """A fixed-window rate limiter.

    Windows are aligned to the clock and shared by all keys: window k covers
    the times from k * window_ms (included) to (k + 1) * window_ms
    (excluded). In each window every key may make at most `limit` calls.

    - A refused call consumes nothing.
    - Any string is a valid key, and keys do not influence each other.
    - Time never runs backwards: a call with an earlier `now_ms` counts in
      the newest window that this limiter has seen.
    - Counters of past windows are not kept.
    - allow() may be called from several threads at once.

    The caller guarantees integers: limit >= 1, window_ms >= 1, now_ms >= 0.
    """

    def __init__(self, limit: int, window_ms: int) -> None:
        self.limit = limit
        self.window_ms = window_ms
        self._window = 0
        self._counts: dict[str, int] = {}
        self._lock = threading.Lock()

    def allow(self, key: str, now_ms: int) -> bool:
        """Whether `key` may make one call at `now_ms`; counts it if so."""
        # Aligned to the clock. "The first call starts the window" is
        # another algorithm: every key would have windows of its own.
        window = now_ms // self.window_ms

        # The GIL does not make "read, compare, write" one step.
        with self._lock:
            # ">" and not "!=": a clock that steps back must not reset
            # the counts.
            if window > self._window:
                self._window = window
                # All windows end together: clear() frees every idle key.
                self._counts.clear()

            used = self._counts.get(key, 0)
            # "used > limit" would let one more through. Only calls that
            # pass are counted, so hammering does not push the number up.
            if used >= self.limit:
                return False
            self._counts[key] = used + 1
            return True
