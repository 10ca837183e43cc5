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

    def allow(self, key: str, now_ms: int) -> bool:
        """Whether `key` may make one call at `now_ms`; counts it if so."""
        raise NotImplementedError("not implemented")
