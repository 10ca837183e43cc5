"""Runs an effect at most once per key; the contract is in the starter."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Awaitable, Callable, NamedTuple, Optional


class Claim(NamedTuple):
    action: str  # 'run', 'replay' or 'reject'
    token: int
    status: int
    body: str


class Response(NamedTuple):
    status: int
    body: str


class Reply(NamedTuple):
    status: int
    body: str
    replayed: bool


Effect = Callable[[], Awaitable[Response]]


@dataclass
class _Record:
    token: int
    digest: bytes
    claimed_at: int
    response: Optional[Response] = None


def _reject(status: int) -> Claim:
    return Claim("reject", 0, status, "")


class IdempotencyGuard:
    def __init__(self, ttl_ms: int, lease_ms: int) -> None:
        self._ttl_ms = ttl_ms
        self._lease_ms = lease_ms
        self._claims = 0
        # Oldest claim first: a dict keeps the order of insertion.
        self._records: dict[str, _Record] = {}

    def begin(self, key: str, body: str, now_ms: int) -> Claim:
        # Look-up and claim with no await between them: of two requests
        # that come together, one claims and the other sees it. (Under
        # threads this method and the next two need a lock.)
        if key == "":
            return _reject(400)
        self._drop_dead(now_ms)
        # Enough to compare, and the body itself need not be kept.
        digest = sha256(body.encode()).digest()
        record = self._records.get(key)
        if record is not None and not self._is_dead(record, now_ms):
            # Before the 409: waiting never makes a wrong body right.
            if record.digest != digest:
                return _reject(422)
            if record.response is not None:
                return Claim("replay", 0, *record.response)
            if now_ms < record.claimed_at + self._lease_ms:
                return _reject(409)
        self._claims += 1
        self._records.pop(key, None)  # so that the new claim is the newest
        self._records[key] = _Record(self._claims, digest, now_ms)
        return Claim("run", self._claims, 0, "")

    def complete(
        self, key: str, token: int, status: int, body: str
    ) -> bool:
        record = self._held(key, token)
        if record is None:
            return False
        record.response = Response(status, body)
        return True

    def fail(self, key: str, token: int) -> bool:
        if self._held(key, token) is None:
            return False
        del self._records[key]
        return True

    async def handle(
        self, key: str, body: str, now_ms: int, effect: Effect
    ) -> Reply:
        claim = self.begin(key, body, now_ms)
        if claim.action != "run":
            return Reply(claim.status, claim.body, claim.action == "replay")
        try:
            response = await effect()
        except Exception:
            # Not BaseException: a cancelled task leaves the outcome open,
            # so its claim stays until the lease is over.
            self.fail(key, claim.token)
            raise
        # Outside the try: if storing failed, the effect has happened all
        # the same, and giving the key back would invite a second one.
        status, fresh = response
        if not self.complete(key, claim.token, status, fresh):
            return Reply(409, "", False)
        return Reply(status, fresh, False)

    def _held(self, key: str, token: int) -> Optional[_Record]:
        """The record, if the claim of this token still holds it."""
        # A holder that was overtaken must not write over its successor.
        record = self._records.get(key)
        if record is None or record.token != token:
            return None
        return record if record.response is None else None

    def _is_dead(self, record: _Record, now_ms: int) -> bool:
        return now_ms >= record.claimed_at + self._ttl_ms

    def _drop_dead(self, now_ms: int) -> None:
        while self._records:
            oldest = next(iter(self._records))
            if not self._is_dead(self._records[oldest], now_ms):
                return
            del self._records[oldest]
