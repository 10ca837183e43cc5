from __future__ import annotations

import math
from typing import NamedTuple


class _Item(NamedTuple):
    value: str
    expires_at: float  # the moment it dies, math.inf for never

    def is_live(self, now_ms: int) -> bool:
        # The one place that knows the edge: at expires_at it is gone.
        return now_ms < self.expires_at


class _Row(NamedTuple):
    key: str
    field: str
    value: str
    remaining: float  # what was left to live, math.inf for ever


class ExpiringStore:
    """An in-memory store of key -> field -> value, with expiry by field.

    An item keeps the moment it dies, not its TTL: a read compares two
    numbers.
    """

    def __init__(self) -> None:
        self._items: dict[str, dict[str, _Item]] = {}
        self._backups: list[tuple[int, list[_Row]]] = []  # oldest first

    def set(self, key: str, field: str, value: str, now_ms: int) -> None:
        # A new item, not a new value in the old one: a plain write must
        # not inherit the expiry of the field that it replaces.
        self._store(key, field, _Item(value, math.inf))

    def set_expiring(
        self, key: str, field: str, value: str, now_ms: int, ttl_ms: int
    ) -> None:
        # A TTL of 0 or less is refused: 'for ever' or 'gone at once' would
        # both be guesses at what the caller meant.
        if ttl_ms < 1:
            raise ValueError("ttl_ms must be at least 1")
        self._store(key, field, _Item(value, now_ms + ttl_ms))

    def get(self, key: str, field: str, now_ms: int) -> str | None:
        item = self._items.get(key, {}).get(field)
        if item is None or not item.is_live(now_ms):
            return None
        return item.value

    def delete(self, key: str, field: str, now_ms: int) -> bool:
        fields = self._items.get(key, {})
        item = fields.pop(field, None)
        if item is None:
            return False
        if not fields:
            del self._items[key]
        # Still in memory is not the same as still there.
        return item.is_live(now_ms)

    def scan(
        self, key: str, prefix: str, now_ms: int
    ) -> list[tuple[str, str]]:
        return sorted(
            (field, item.value)
            for field, item in self._items.get(key, {}).items()
            if field.startswith(prefix) and item.is_live(now_ms)
        )

    def sweep(self, now_ms: int) -> int:
        # Built anew: deleting from a dict while iterating it raises. Keys
        # that have no field left go too, or they would leak.
        live = {
            key: {f: i for f, i in fields.items() if i.is_live(now_ms)}
            for key, fields in self._items.items()
        }
        self._items = {key: f for key, f in live.items() if f}
        return sum(len(fields) for fields in self._items.values())

    def backup(self, now_ms: int) -> int:
        # Rows of its own, not a reference: later writes must not reach it.
        # They hold what is left to live, not when it ends: by the time of
        # the restore that moment may have passed.
        rows = [
            _Row(key, field, item.value, item.expires_at - now_ms)
            for key, fields in self._items.items()
            for field, item in fields.items()
            if item.is_live(now_ms)
        ]
        self._backups.append((now_ms, rows))
        return len(rows)

    def restore(self, now_ms: int, backup_at_ms: int) -> bool:
        # From the newest: of two in one millisecond the later wins.
        for taken_at, rows in reversed(self._backups):
            if taken_at <= backup_at_ms:
                break
        else:
            return False
        self._items = {}
        for row in rows:
            item = _Item(row.value, now_ms + row.remaining)
            self._store(row.key, row.field, item)
        return True

    def _store(self, key: str, field: str, item: _Item) -> None:
        self._items.setdefault(key, {})[field] = item
