"""Runs an effect at most once per Idempotency-Key."""

from typing import Awaitable, Callable, NamedTuple


class Claim(NamedTuple):
    """What ``begin`` decides; what does not apply is 0 or ''."""

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


class IdempotencyGuard:
    """Runs an effect at most once per key and replays its response.

    A key's record is made by a claim. While the effect runs, the claim
    holds the key for ``lease_ms``; the record as a whole lives for
    ``ttl_ms``. Both count from the claim: at ``claimed_at + lease_ms`` the
    lease is over, at ``claimed_at + ttl_ms`` the record is as if it had
    never been.

    The caller guarantees 0 < lease_ms <= ttl_ms. Keys arrive already scoped
    to one caller and one operation. Memory must not grow with dead records.
    """

    def __init__(self, ttl_ms: int, lease_ms: int) -> None:
        self.ttl_ms = ttl_ms
        self.lease_ms = lease_ms

    def begin(self, key: str, body: str, now_ms: int) -> Claim:
        """Asks whether the request may run.

        - 'run', with a token: the claim is yours, call ``complete`` or
          ``fail``. Tokens are 1, 2, 3 ... in the order of the claims on
          this guard. Given for a new key, and to take over a claim whose
          lease is over.
        - 'replay', with status and body: what the first request got.
        - 'reject', with a status: 400 for an empty key, 422 for another
          body than the record's (whatever state it is in), 409 while the
          first request runs.
        """
        raise NotImplementedError("not implemented")

    def complete(
        self, key: str, token: int, status: int, body: str
    ) -> bool:
        """Stores the response under the key.

        Returns False, and changes nothing, if the claim of this token no
        longer holds or is already completed.
        """
        raise NotImplementedError("not implemented")

    def fail(self, key: str, token: int) -> bool:
        """Gives the key back because the effect did not happen.

        Returns False, and changes nothing, in the same cases as
        ``complete``.
        """
        raise NotImplementedError("not implemented")

    async def handle(
        self, key: str, body: str, now_ms: int, effect: Effect
    ) -> Reply:
        """begin, effect, complete in one.

        - Whatever response the effect returns is kept, also a 4xx or 5xx.
        - If the effect raises, the key is given back and the error passes
          on.
        - A rejected request gets the status, an empty body and no effect.
        - If the claim was lost while the effect ran: 409, empty body.
        """
        raise NotImplementedError("not implemented")
