from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class _Node:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key: Any = None, value: Any = None) -> None:
        self.key = key
        self.value = value
        self.prev: _Node = self
        self.next: _Node = self


class LruCache(Generic[K, V]):
    """Holds at most `capacity` entries; evicts the least recently used.

    A dict finds the node of a key, a doubly linked list keeps the nodes in
    order of use. It is a ring through one sentinel: `ring.next` is the
    most recently used node, `ring.prev` the least, so no link is ever None.
    """

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity = capacity
        self._nodes: dict[K, _Node] = {}
        self._ring = _Node()

    def get(self, key: K) -> V | None:
        node = self._nodes.get(key)
        # Ask for the node, not for its value: 0, '' and False are hits.
        if node is None:
            return None
        # A read is a use. Without this the cache is FIFO.
        self._unlink(node)
        self._link_first(node)
        return node.value

    def put(self, key: K, value: V) -> None:
        node = self._nodes.get(key)
        if node is not None:
            # Overwriting adds nothing, so it must not evict anybody.
            node.value = value
            self._unlink(node)
            self._link_first(node)
            return
        if len(self._nodes) == self._capacity:
            oldest = self._ring.prev
            self._unlink(oldest)
            # The node carries its key, so that the dict entry can go too.
            del self._nodes[oldest.key]
        node = _Node(key, value)
        self._link_first(node)
        self._nodes[key] = node

    def delete(self, key: K) -> bool:
        # Both structures, always together.
        node = self._nodes.pop(key, None)
        if node is None:
            return False
        self._unlink(node)
        return True

    def size(self) -> int:
        return len(self._nodes)

    def _link_first(self, node: _Node) -> None:
        first = self._ring.next
        node.prev = self._ring
        node.next = first
        first.prev = node
        self._ring.next = node

    @staticmethod
    def _unlink(node: _Node) -> None:
        node.prev.next = node.next
        node.next.prev = node.prev
