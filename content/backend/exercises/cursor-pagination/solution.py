"""A feed of posts in pages; the contract stands in the starter."""

import base64
import re
from bisect import bisect_left, insort
from typing import NamedTuple


class BadRequest(ValueError):
    """The caller's mistake; the HTTP layer answers 400."""


class Page(NamedTuple):
    ids: list[str]
    next_cursor: str


class Feed:
    def __init__(self, max_limit: int) -> None:
        self._max_limit = max_limit
        # (created_at, id), ascending: the newest is the last. The id breaks
        # ties: with created_at alone, posts of the same millisecond are
        # lost or repeated at the edge of a page.
        self._posts: list[tuple[int, str]] = []
        self._created_at_by_id: dict[str, int] = {}

    def add(self, id: str, created_at: int) -> None:
        insort(self._posts, (created_at, id))
        self._created_at_by_id[id] = created_at

    def remove(self, id: str) -> bool:
        created_at = self._created_at_by_id.pop(id, None)
        if created_at is None:
            return False
        del self._posts[bisect_left(self._posts, (created_at, id))]
        return True

    def page(self, limit: int, cursor: str) -> Page:
        if limit < 1:
            raise BadRequest("bad limit")
        # By value: a look-up of the cursor's post would fail once it is
        # gone.
        end = (
            len(self._posts)
            if cursor == ""
            else bisect_left(self._posts, _decode(cursor))
        )
        start = max(0, end - min(limit, self._max_limit))
        posts = self._posts[start:end][::-1]
        # A full page is no proof of another one: ask whether a post is left.
        next_cursor = _encode(*posts[-1]) if start > 0 else ""
        return Page([id for _, id in posts], next_cursor)


def _encode(created_at: int, id: str) -> str:
    text = f"v1:{created_at}:{id}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _decode(cursor: str) -> tuple[int, str]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        text = base64.urlsafe_b64decode(padded).decode()
    except ValueError:  # also what base64 and UTF-8 raise
        raise BadRequest("bad cursor") from None
    # The id is all of the rest: it may hold a colon itself.
    match = re.fullmatch(r"v1:(0|[1-9][0-9]{0,14}):([ -~]+)", text)
    if match is None:
        raise BadRequest("bad cursor")
    position = int(match[1]), match[2]
    # The decoder skips characters that are not base64: compare both ways.
    if _encode(*position) != cursor:
        raise BadRequest("bad cursor")
    return position
