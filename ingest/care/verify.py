"""Verify: everything that can be checked about a library, without changing it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.care import catalogue_checks as catalogue
from ingest.care.fault import CheckReport, Fault
from ingest.care.file_checks import derived_faults, index_faults, source_faults, stray_faults, token_faults
from ingest.catalogue.connect import CATALOGUE
from ingest.disk.lock import was_interrupted, writer_lock
from ingest.disk.rescue import rescue
from ingest.disk.trouble import told_clearly
from ingest.errors import LibraryDamagedError, NoLibraryError, SettingsError
from ingest.library import Library

UNFINISHED = "A run was interrupted; what it left unfinished was cleared away."
NOT_WRITABLE = "The folder cannot be written to: the full text was not compared with the passages."


def verify(folder: Path, *, deep: bool = False) -> CheckReport:
    """Check a library. `deep` reads every byte: originals, token vectors, the index's every vector.

    Holds the writer lock meanwhile (LibraryBusyError); others may read. What a killed run has left is
    cleared away first, as the next writer would. NoLibraryError.
    """
    with told_clearly(folder):
        rescue(folder)
    if not (folder / CATALOGUE).is_file():
        raise NoLibraryError(f"There is no library in {folder}.", 'Make one: scrutiny ingest "FOLDER".')
    try:
        interrupted = was_interrupted(folder)
        with Library.open(folder) as library:
            notes = [UNFINISHED] if interrupted and _recovered(library) else []
            return _checked(library, notes, deep=deep)
    except LibraryDamagedError as error:
        return CheckReport(deep, 0, 0, (Fault(catalogue.PART, CATALOGUE, error.message),), ())


def _recovered(library: Library) -> bool:
    with library.writing():
        return True


def _checked(library: Library, notes: list[str], *, deep: bool) -> CheckReport:
    with _locked(library.folder) as locked:
        connection = library._here()
        faults = list(_faults(connection, library.folder, locked=locked, deep=deep))
        more = [] if locked else [NOT_WRITABLE]
        counts = [_count(connection, table) for table in ("documents", "passages")]
        found = _safely("notes", lambda: [Fault("", "", note) for note in catalogue.notes(connection)])
        more += [fault.what for fault in found]
        aside = max(0, counts[0] - _current(library, counts[0]))
    return CheckReport(deep, counts[0], counts[1], tuple(dict.fromkeys(faults)), (*notes, *more), aside)


def _faults(connection: sqlite3.Connection, folder: Path, *, locked: bool, deep: bool) -> Iterator[Fault]:
    yield from _safely("file", lambda: catalogue.file_faults(connection))
    yield from _safely("definitions", lambda: catalogue.schema_faults(connection))
    if locked:
        yield from _safely("full text", lambda: catalogue.word_faults(connection))
    for name, check in (
        ("seals", catalogue.seal_faults),
        ("texts", catalogue.text_faults),
        ("vectors", catalogue.vector_faults),
    ):
        yield from _safely(name, lambda check=check: check(connection))  # type: ignore[misc]
    yield from _safely("files", lambda: _file_faults(connection, folder, deep=deep))
    yield from _safely("vector index", lambda: index_faults(connection, folder, deep=deep))


def _file_faults(connection: sqlite3.Connection, folder: Path, *, deep: bool) -> Iterator[Fault]:
    hashes = dict(connection.execute("SELECT sha256, id FROM documents").fetchall())
    passages: dict[str, set[str]] = {document: set() for document in hashes.values()}
    for document, passage in connection.execute("SELECT document_id, id FROM passages"):
        passages.setdefault(document, set()).add(passage)
    frozen = {document: frozenset(ids) for document, ids in passages.items()}
    yield from source_faults(folder, hashes, deep=deep)
    yield from token_faults(folder, frozen, deep=deep)
    yield from derived_faults(folder, frozen)
    yield from stray_faults(folder)


def _safely(name: str, check: Callable[[], Iterable[Fault]]) -> list[Fault]:
    """What a check finds; that it cannot be carried out is a fault too."""
    found: list[Fault] = []
    try:
        found.extend(check())
    except Exception as error:
        found.append(Fault(catalogue.PART, name, f"It cannot be checked ({type(error).__name__}: {error})."))
    return found


def _current(library: Library, stored: int) -> int:
    """The documents that lists and answers show; in a damaged library all that are stored."""
    try:
        return len(library.documents())
    except (LibraryDamagedError, sqlite3.DatabaseError, ValueError):
        return stored


def _count(connection: sqlite3.Connection, table: str) -> int:
    try:
        # the name is one of two given above, never the caller's text
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
    except sqlite3.DatabaseError:
        return 0


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Hold the writer lock if the folder can be written to; say whether it is held."""
    lock = writer_lock(folder)
    try:
        lock.__enter__()
    except SettingsError:
        yield False
        return
    try:
        yield True
    finally:
        lock.__exit__(None, None, None)
