"""Pool: several reading processes at work ahead of the one who asks, in the order of the files."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol, TypeVar

from ingest.discover import Found
from ingest.errors import ReadError
from ingest.reading.parcel import Parcel

AHEAD = 2
"""Files in hand for each process, one being read and one waiting: what is read and not taken is bounded."""


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
        for _, future in waiting:
            if future is not None:
                future.cancel()
        for reader in readers:
            reader.close()  # what is being read now ends with an error that nobody asks for
        pool.shutdown(cancel_futures=True)
        for reader in readers:
            reader.close()


def _taken(waiting: deque[tuple[Found, Future[Outcome] | None]]) -> tuple[Found, Outcome | None]:
    file, future = waiting.popleft()
    return file, None if future is None else future.result()


def _read(file: Found, free: queue.SimpleQueue[R], beat: Callable[[Found], None]) -> Outcome:
    reader = free.get()
    try:
        return reader.read(file, lambda: beat(file))
    except (ReadError, OSError) as error:
        return error
    finally:
        free.put(reader)
