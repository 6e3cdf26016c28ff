"""Watch: counts what an ingest run does and tells how far it is; called from several threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from ingest.report import Phase, Progress

_TOLD_FROM = 0.02
"""The share that must be done before the time left can be told: the first file may be a tiny one."""


class Watch:
    """The progress of one phase of a run; `total` files, of `size` bytes, passages or files altogether."""

    def __init__(
        self,
        tell: Callable[[Progress], None],
        phase: Phase,
        total: int,
        size: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tell, self._phase, self._total, self._size, self._clock = tell, phase, total, size, clock
        self._began = clock()
        self._guard = threading.Lock()
        self._done = self._pages = self._made = 0
        self._current = ""

    def page(self, current: str) -> None:
        """Another page has been read, of the file shown as `current`."""
        with self._guard:
            self._pages += 1
            self._say(current)

    def made(self, current: str, amount: int, done: int = False) -> None:
        """So many bytes, passages or documents more have been dealt with; `done`: so many files ended."""
        with self._guard:
            self._made += amount
            self._done += done
            self._say(current)

    def _say(self, current: str) -> None:
        seconds = self._clock() - self._began
        told = self._made >= self._size * _TOLD_FROM and self._made
        left = seconds * (self._size - self._made) / self._made if told else None
        passages, embedded = (self._size, self._made) if self._phase == "embedding" else (0, 0)
        self._tell(
            Progress(
                self._done, self._total, current, self._pages, passages, embedded, self._phase, seconds, left
            )
        )
