from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class SingleFlight(Generic[K, V]):
    """Shares one running load per key among all who ask for that key.

    For use by the tasks of one event loop.

    - While a load of `key` runs, every `load(key)` gets its outcome, value
      or error, and the loader is not called again.
    - Nothing is kept after it settles: the next `load(key)` starts anew,
      after a failure as after a success.
    - Keys do not wait for each other.
    - A caller that is cancelled stops waiting; the load and the others
      go on.
    """

    def __init__(self, loader: Callable[[K], Awaitable[V]]) -> None:
        self._loader = loader

    async def load(self, key: K) -> V:
        """What the loader gives for `key`."""
        raise NotImplementedError("not implemented")

    def forget(self, key: K) -> None:
        """Makes the next `load(key)` start anew even if one is running.

        Those who already wait for the running one still get its outcome.
        """
        raise NotImplementedError("not implemented")

    def in_flight(self) -> int:
        """How many keys have a load that the next `load` would join."""
        raise NotImplementedError("not implemented")
