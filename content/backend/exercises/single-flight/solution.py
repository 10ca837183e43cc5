from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class SingleFlight(Generic[K, V]):
    """Shares one running load per key among all who ask for that key.

    For use by the tasks of one event loop.
    """

    def __init__(self, loader: Callable[[K], Awaitable[V]]) -> None:
        self._loader = loader
        # Also keeps the tasks alive: the loop has only weak references.
        self._flights: dict[K, asyncio.Task[V]] = {}

    async def load(self, key: K) -> V:
        flight = self._flights.get(key)
        if flight is None:
            # A task of its own, not the first caller's: nobody's
            # cancellation may take the load away from the others.
            flight = asyncio.create_task(self._run(key))
            flight.add_done_callback(_observe)
            self._flights[key] = flight
        # Without shield, cancelling one waiter would cancel the task, and
        # through it every other waiter.
        return await asyncio.shield(flight)

    async def _run(self, key: K) -> V:
        try:
            return await self._loader(key)
        finally:
            # On failure too, or one error would be served until a restart.
            # Only our own entry: after forget() it may be a newer load's.
            if self._flights.get(key) is asyncio.current_task():
                del self._flights[key]

    def forget(self, key: K) -> None:
        self._flights.pop(key, None)

    def in_flight(self) -> int:
        return len(self._flights)


def _observe(flight: asyncio.Task[V]) -> None:
    # If every waiter was cancelled, nobody else asks for the exception,
    # and asyncio would log 'Task exception was never retrieved'.
    if not flight.cancelled():
        flight.exception()
