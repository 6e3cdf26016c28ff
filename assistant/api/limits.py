"""Limits: how much one caller may send, and how often."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from starlette.concurrency import run_in_threadpool

from ingest.errors import LibraryBusyError

Result = TypeVar("Result")


@dataclass(frozen=True)
class Limits:
    """`body` and `upload` in bytes, `rate` in requests a minute for each key.

    `threads` work on requests; no more than `searches` of them search at once, since more would only take the
    processor from one another, and a list or a page would wait behind them. `patience` is how long a search
    waits for its turn, in seconds.
    """

    body: int = 64 * 1024
    upload: int = 50 * 1024 * 1024
    rate: int = 120
    threads: int = 40
    searches: int = 2
    patience: float = 60.0


class Turns:
    """Lets so many searches run at once; the others wait for their turn, and hold no thread meanwhile."""

    def __init__(self, limits: Limits) -> None:
        self._free = asyncio.Semaphore(limits.searches)
        self._patience = limits.patience

    async def take(self, search: Callable[[], Result]) -> Result:
        """What the search gives, run in a thread when its turn comes. LibraryBusyError where none does."""
        try:
            async with asyncio.timeout(self._patience):
                await self._free.acquire()
        except TimeoutError as error:
            raise LibraryBusyError(
                "Too many questions are being answered.", "Ask again in a little while."
            ) from error
        running = asyncio.ensure_future(run_in_threadpool(search))
        running.add_done_callback(self._give_back)
        return await asyncio.shield(running)  # where the caller has gone away, the thread still works

    def _give_back(self, ended: asyncio.Future[Result]) -> None:
        self._free.release()
        if not ended.cancelled():
            ended.exception()  # asked for, so that nobody complains of it where the caller has gone away


@dataclass
class TokenBucket:
    """Allows `rate` requests a minute on average, and as many at once after a quiet minute.

    The token bucket of RFC 2697's single-rate meter, one bucket a caller.
    """

    rate: int
    clock: Callable[[], float] = time.monotonic
    _levels: dict[str, tuple[float, float]] = field(default_factory=dict)

    def take(self, caller: str) -> float:
        """0.0 where the request may go on, else the seconds to wait."""
        now = self.clock()
        level, then = self._levels.get(caller, (float(self.rate), now))
        level = min(float(self.rate), level + (now - then) * self.rate / 60)
        if level < 1:
            return (1 - level) * 60 / self.rate
        self._levels[caller] = (level - 1, now)
        return 0.0
