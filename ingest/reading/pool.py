"""Pool: reading processes at work ahead of the one who asks, in the order of files; the spare ones kept."""

from __future__ import annotations

import atexit
import queue
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Protocol, TypeVar

from ingest.discover import Found
from ingest.errors import ReadError
from ingest.reading.limits import Limits
from ingest.reading.parcel import Parcel
from ingest.reading.process import ReadingProcess

AHEAD = 2
"""Files in hand for each process, one being read and one waiting: what is read and not taken is bounded."""

ENDING = 0.2
"""Seconds after which readers that are still at work when all is given up are ended again."""

KEPT = 60.0
"""Seconds without work after which they end."""


class FileReader(Protocol):
    """What a worker of the pool does its work with."""

    def read(self, file: Found, beat: Callable[[], None]) -> Parcel:
        """The file, read. ReadError."""
        ...

    def close(self) -> None:
        """End it, also while it reads."""
        ...


R = TypeVar("R", bound=FileReader)
Outcome = Parcel | ReadError | OSError


def read_ahead(
    files: Iterable[Found],
    wanted: Callable[[Found], bool],
    workers: int,
    make: Callable[[], R],
    beat: Callable[[Found], None] = lambda _: None,
    leave: Callable[[R], None] = lambda reader: reader.close(),
) -> Generator[tuple[Found, Outcome | None], None, None]:
    """Every file in order with its parcel, or why there is none, or None where it is not wanted.

    `wanted` is asked in the caller's thread, shortly before the file's turn; `beat` tells of each page read.
    The workers' readers come from `make` and go to `leave` when all is read; else they are ended at once.
    """
    readers = [make() for _ in range(workers)]
    free: queue.SimpleQueue[R] = queue.SimpleQueue()
    for reader in readers:
        free.put(reader)
    pool = ThreadPoolExecutor(workers, "reading")
    waiting: deque[tuple[Found, Future[Outcome] | None]] = deque()
    try:
        for file in files:
            waiting.append((file, pool.submit(_read, file, free, beat) if wanted(file) else None))
            if len(waiting) >= AHEAD * workers:
                yield _taken(waiting)
        while waiting:
            yield _taken(waiting)
        for reader in readers:
            leave(reader)
        readers = []
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        reading = [future for _, future in waiting if future is not None and not future.cancelled()]
        while True:
            for reader in readers:
                reader.close()  # what is being read now ends with an error that nobody asks for
            # A process that was just being started was not there to be ended.
            if not wait(reading, timeout=ENDING).not_done:
                break
        pool.shutdown()


def _taken(waiting: deque[tuple[Found, Future[Outcome] | None]]) -> tuple[Found, Outcome | None]:
    file, future = waiting[0]
    outcome = None if future is None else future.result()
    waiting.popleft()  # not before: whoever gives up while it is read has to end it too
    return file, outcome


def _read(file: Found, free: queue.SimpleQueue[R], beat: Callable[[Found], None]) -> Outcome:
    reader = free.get()
    try:
        return reader.read(file, lambda: beat(file))
    except (ReadError, OSError) as error:
        return error
    finally:
        free.put(reader)


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
