"""A feed of posts, newest first, read in pages."""

from typing import NamedTuple


class BadRequest(ValueError):
    """The caller's mistake; the HTTP layer answers 400."""


class Page(NamedTuple):
    ids: list[str]
    next_cursor: str


class Feed:
    """A feed of posts, newest first, read in pages.

    The order is (created_at, id), both descending. created_at is a whole
    number of milliseconds, 0 or more, at most 15 digits; several posts may
    share it. id is unique printable ASCII text, compared as text; it may
    hold colons.

    A cursor is the position of the last post of a page: the text
    ``v1:<created_at>:<id>`` as base64url without padding. Clients treat it
    as opaque; every instance of the service must read every other's.
    """

    def __init__(self, max_limit: int) -> None:
        """``max_limit`` is the largest page, at least 1."""
        self.max_limit = max_limit

    def add(self, id: str, created_at: int) -> None:
        raise NotImplementedError("not implemented")

    def remove(self, id: str) -> bool:
        """Removes a post; says whether it was there."""
        raise NotImplementedError("not implemented")

    def page(self, limit: int, cursor: str) -> Page:
        """One page: at most ``limit`` ids behind the position of ``cursor``.

        The cursor '' is the start. next_cursor is '' when no post stands
        behind this page.

        A post that is in the feed from the first page to the last is
        returned exactly once, whatever is added or removed in between; so
        a cursor works also when its post is gone.

        A limit above max_limit counts as max_limit. One below 1 raises
        BadRequest("bad limit"); a cursor that this encoding cannot have
        made raises BadRequest("bad cursor"). O(log n + limit).
        """
        raise NotImplementedError("not implemented")
