import threading
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
        # The level is counted in parts of a token, refill_ms parts to a
        # token. Each millisecond then adds exactly refill_tokens parts:
        # integers only. With a float level, ten times 0.1 is
        # 0.9999999999999999, and the token that is due is refused. With
        # int(), fast callers never refill.
        self._full_level = capacity * refill_ms
        self._fill_ms = -(-self._full_level // refill_tokens)
        # key -> (level, time of that level)
        self._buckets: dict[str, tuple[int, int]] = {}
        self._clock_ms = 0
        self._next_sweep_ms = 0
        self._lock = threading.Lock()

    def take(self, key: str, cost: int, now_ms: int) -> TakeResult:
        """Takes `cost` tokens from the bucket of `key`, or none at all."""
        # The GIL does not make "read, compare, write" one step.
        with self._lock:
            # Never set the clock back: the same interval would be paid out
            # twice.
            self._clock_ms = max(self._clock_ms, now_ms)
            clock_ms = self._clock_ms
            self._sweep(clock_ms)

            # A wait that never ends is not an answer; say that none helps.
            if cost > self.capacity:
                return TakeResult(False, -1)

            # A new key starts full, or its first burst would be refused.
            level, at_ms = self._buckets.get(
                key, (self._full_level, clock_ms)
            )

            # No timer: what has flowed in follows from the time passed.
            # The cap makes it a bucket: idle time is not saved up.
            refill = (clock_ms - at_ms) * self.refill_tokens
            level = min(self._full_level, level + refill)

            need = cost * self.refill_ms
            ok = level >= need
            if ok:
                level -= need
            self._buckets[key] = (level, clock_ms)
            if ok:
                return TakeResult(True, 0)
            # Round up: a millisecond too early is a second refusal.
            wait_ms = -(-(need - level) // self.refill_tokens)
            return TakeResult(False, clock_ms - now_ms + wait_ms)

    def _sweep(self, clock_ms: int) -> None:
        # A bucket that has had time to fill is the same as one never seen.
        # Without this, whoever invents keys fills the memory.
        if clock_ms < self._next_sweep_ms:
            return
        self._next_sweep_ms = clock_ms + self._fill_ms
        self._buckets = {
            key: (level, at_ms)
            for key, (level, at_ms) in self._buckets.items()
            if clock_ms - at_ms < self._fill_ms
        }
