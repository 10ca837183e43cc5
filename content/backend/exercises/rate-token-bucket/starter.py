from dataclasses import dataclass


@dataclass(frozen=True)
class TakeResult:
    """What take() answers.

    `retry_after_ms` is 0 if the call passed; -1 if no wait can help
    (cost > capacity); otherwise the smallest whole number of milliseconds
    such that the same call at now_ms + retry_after_ms would pass, if nobody
    else takes tokens until then.
    """

    ok: bool
    retry_after_ms: int


class TokenBucketLimiter:
    """A token-bucket rate limiter with one bucket per key.

    A key that is seen for the first time has a full bucket of `capacity`
    tokens. Tokens flow in evenly, `refill_tokens` in every `refill_ms`, and
    never above `capacity`; fractions of a token are kept, so 2 per 1000 ms
    gives half a token after 250 ms.

    - A refused call takes nothing.
    - A call with cost > capacity is always refused.
    - The arithmetic is exact: asking too early, however often, never delays
      the moment at which a token is there.
    - Time never runs backwards: an earlier `now_ms` is read as the latest
      time that this limiter has seen.
    - Any string is a valid key, and keys do not influence each other.
    - Keys that have been idle for long need not be remembered.
    - take() may be called from several threads at once.

    The caller guarantees integers: now_ms >= 0, all others >= 1.
    """

    def __init__(
        self, capacity: int, refill_tokens: int, refill_ms: int
    ) -> None:
        self.capacity = capacity
        self.refill_tokens = refill_tokens
        self.refill_ms = refill_ms

    def take(self, key: str, cost: int, now_ms: int) -> TakeResult:
        """Takes `cost` tokens from the bucket of `key`, or none at all."""
        raise NotImplementedError("not implemented")
