from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class LruCache(Generic[K, V]):
    """Holds at most `capacity` entries; evicts the least recently used.

    - A hit by `get` and every `put` make the entry the most recently used.
    - `put` on a full cache evicts one entry, and only for a new key.
    - `get`, `put` and `delete` take O(1), whatever the capacity.
    - Values are anything but None.
    """

    def __init__(self, capacity: int) -> None:
        """`capacity` is at least 1, else a ValueError."""
        self._capacity = capacity

    def get(self, key: K) -> V | None:
        """The value under `key`, or None when it is not cached."""
        raise NotImplementedError("not implemented")

    def put(self, key: K, value: V) -> None:
        """Stores `value`, and evicts if a new key found no room."""
        raise NotImplementedError("not implemented")

    def delete(self, key: K) -> bool:
        """Removes `key`; says whether it was there."""
        raise NotImplementedError("not implemented")

    def size(self) -> int:
        """How many entries are held."""
        raise NotImplementedError("not implemented")
