"""Connections to the catalogue: one a thread, each with the same settings, all closed together."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.catalogue import seals
from ingest.disk.steps import step
from ingest.errors import LibraryDamagedError

BUSY_SECONDS = 10.0
CATALOGUE = "catalogue.db"

# WAL: readers go on while one process writes. secure_delete: erased text is overwritten, not only unlinked.
WRITABLE = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
)
READ_ONLY = ("PRAGMA query_only = ON",)


class Connections:
    """The connections of one open library, made when a thread first asks.

    A thread that has ended leaves none open, and none stays on a file in whose place another was restored:
    `replaced` is called then.
    """

    def __init__(self, folder: Path, replaced: Callable[[], None] = lambda: None) -> None:
        self.file = folder / CATALOGUE
        self.read_only = False
        self._replaced = replaced
        self._local = threading.local()
        self._all: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._guard = threading.Lock()

    def here(self) -> sqlite3.Connection:
        """The calling thread's connection. LibraryDamagedError if the file is no catalogue."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None and not connection.in_transaction and self._is_another():
            connection.close()
            connection = None
            self._replaced()
        if connection is None:
            self._local.file = self._which()
            connection = self._local.connection = self._open()
            with self._guard:
                self._all = [one for one in self._all if _in_use(*one)]
                self._all.append((threading.current_thread(), connection))
        return connection

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Everything this thread reads inside sees one and the same state; may be nested."""
        connection = self.here()
        if connection.in_transaction:
            yield
            return
        with snapshot(connection):
            self._local.told = {}
            try:
                yield
            finally:
                del self._local.told

    def once(self, name: str, tell: Callable[[], str]) -> str:
        """What `tell` tells of the library; inside `reading`, where it cannot change, it is asked once."""
        told: dict[str, str] | None = getattr(self._local, "told", None)
        if told is None:
            return tell()
        if name not in told:
            told[name] = tell()
        return told[name]

    def holds(self, *documents: str) -> bool:
        """Whether all these documents (ids) are in now, whatever state this thread's connection reads."""
        connection = sqlite3.connect(
            self.file.resolve().as_uri() + "?mode=ro", uri=True, timeout=BUSY_SECONDS
        )
        try:
            asked = "SELECT 1 FROM documents WHERE id = ?"
            return all(connection.execute(asked, (id_,)).fetchone() is not None for id_ in documents)
        except sqlite3.Error:
            return False
        finally:
            connection.close()

    def close(self) -> None:
        """Close every thread's connection; the last one to close folds the log back into the file."""
        with self._guard:
            connections, self._all = self._all, []
        self._local = threading.local()
        for _, connection in connections:
            connection.close()

    def _is_another(self) -> bool:
        """Whether there is a file, and not the one that this thread has open."""
        return self._which() not in (None, self._local.file)

    def _which(self) -> tuple[int, int] | None:
        """What tells the file from one that is put in its place."""
        try:
            told = os.stat(self.file)
        except OSError:
            return None
        return told.st_dev, told.st_ino

    def _open(self) -> sqlite3.Connection:
        try:
            return _connect(self.file.resolve().as_uri(), WRITABLE)
        except sqlite3.DatabaseError as error:
            return self._open_read_only(error)

    def _open_read_only(self, reason: sqlite3.DatabaseError) -> sqlite3.Connection:
        """A folder that may not be written: SQLite reads it only if told that nothing changes meanwhile."""
        log = self.file.with_name(CATALOGUE + "-wal")
        unsaved = log.exists() and log.stat().st_size > 0
        if not isinstance(reason, sqlite3.OperationalError) or unsaved or not self.file.exists():
            raise damaged(self.file, reason) from reason
        try:
            connection = _connect(self.file.resolve().as_uri() + "?mode=ro&immutable=1", READ_ONLY)
        except sqlite3.DatabaseError as error:
            raise damaged(self.file, error) from error
        self.read_only = True
        return connection


def _in_use(thread: threading.Thread, connection: sqlite3.Connection) -> bool:
    """Whether the connection's thread is still there; else it is closed."""
    if not thread.is_alive():
        connection.close()
    return thread.is_alive()


def damaged(file: Path, error: sqlite3.Error) -> LibraryDamagedError:
    """The error for a catalogue that SQLite cannot use, with SQLite's own reason."""
    return LibraryDamagedError(
        f"The library's catalogue {file} cannot be used: {error}.",
        "Check disk space and the folder's permissions; if those are right, restore a backup or ingest anew.",
    )


def _connect(address: str, settings: tuple[str, ...]) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        for setting in settings:
            connection.execute(setting)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All or nothing, sealed: commit on leaving, roll back on any exception, KeyboardInterrupt included."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        step("transaction begun")
        broken = seals.broken(connection)
        yield connection
        seals.renew(connection, broken)
        step("document sealed")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Everything read inside sees one and the same state; may be nested."""
    if connection.in_transaction:
        yield connection
        return
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        connection.execute("ROLLBACK")
