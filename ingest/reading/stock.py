"""Stock: reading processes that one run leaves to the next, since starting one takes half a second.

A file sent to the service is then read at once. They end after a while without work, and with the program.
"""

from __future__ import annotations

import atexit
import threading

from ingest.reading.limits import Limits
from ingest.reading.process import ReadingProcess

KEPT = 60.0
"""Seconds without work after which they end."""


class Stock:
    """Idle processes; may be used from several threads."""

    def __init__(self, kept: float = KEPT) -> None:
        self._kept = kept
        self._guard = threading.Lock()
        self._idle: list[ReadingProcess] = []
        self._timer: threading.Timer | None = None

    def take(self, limits: Limits) -> ReadingProcess:
        """A process held to these limits: an idle one or a new one."""
        with self._guard:
            for process in self._idle:
                if process.limits == limits:
                    self._idle.remove(process)
                    return process
        return ReadingProcess(limits)

    def leave(self, process: ReadingProcess) -> None:
        """Keep a process that is not at work for the next one."""
        if not process.started:
            return
        with self._guard:
            self._idle.append(process)
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threading.Timer(self._kept, self.close)
            self._timer.daemon = True
            self._timer.start()

    def close(self) -> None:
        """End them all."""
        with self._guard:
            idle, self._idle = self._idle, []
        for process in idle:
            process.close()


STOCK = Stock()
atexit.register(STOCK.close)
