"""Library: one folder that holds documents, their passages and vectors, and the indexes over them."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from ingest.catalogue import erase, read, schema, seals, write
from ingest.catalogue.connect import CATALOGUE, transaction
from ingest.conversation_store import ConversationStore
from ingest.disk import leftovers, sources
from ingest.disk.backup_scratch import sweep_backup
from ingest.disk.derived_store import DerivedStore
from ingest.disk.lock import writer_lock
from ingest.disk.rescue import rescue, sweep_beside
from ingest.disk.steps import step
from ingest.disk.token_store import TokenStore
from ingest.disk.trouble import told_clearly
from ingest.errors import NoLibraryError, SettingsError, UsageError
from ingest.journal_store import JournalStore
from ingest.library_intake import LibraryIntake
from ingest.records import DocumentRecord, Hit, Status

__all__ = ["DocumentRecord", "Hit", "Library", "Status"]

SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "mobile documents")
"""Parts of folder names whose contents another program copies while we write."""

ELSEWHERE = (
    "Keep the library in a folder of its own: scrutiny --library FOLDER ingest PATH;"
    " without --library it is kept among your user's data."
)


def utc_now() -> datetime:
    """The time a document is added; tests put another clock in its place."""
    return datetime.now(UTC)


class Library(LibraryIntake):
    """An open library: what is told and changed of its documents, what comes in and what goes; one writer."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        super().__init__(folder)
        self._clock = clock
        self._writing = threading.local()

    @classmethod
    def open(cls, folder: Path, *, create: bool = False, clock: Callable[[], datetime] = utc_now) -> Self:
        """Open the library in `folder`.

        NoLibraryError where there is none (and `create` is not given); LibraryDamagedError where it cannot
        be read or a newer program wrote it; SettingsError where a new one would be in a synced folder.
        """
        with told_clearly(folder):
            rescue(folder)
            if not (folder / CATALOGUE).is_file():
                if not create:
                    raise NoLibraryError(
                        f"There is no library in {folder}.", 'Make one: scrutiny ingest "FOLDER".'
                    )
                _refuse_synced(folder)
                folder.mkdir(parents=True, exist_ok=True)
        library = cls(folder, clock)
        try:
            with told_clearly(folder):
                library._prepare()
        except BaseException:
            library.close()
            raise
        return library

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the writer lock; may be nested. LibraryBusyError, naming the owner, when it is taken.

        StorageError or LibraryDamagedError where the disk, SQLite or the vector index fails inside.
        """
        if getattr(self._writing, "held", False):
            with told_clearly(self.folder):
                yield
            return
        with told_clearly(self.folder), writer_lock(self.folder):
            self._writing.held = True
            try:
                self._recover()
                yield
            finally:
                self._writing.held = False

    @property
    def journal(self) -> JournalStore:
        """The scrutineer's own records: judgements of evidence, and the challenge log."""
        return JournalStore(self._here, self._written)

    @property
    def conversations(self) -> ConversationStore:
        """The conversations that are kept, by name."""
        return ConversationStore(self._here, self._changing)

    def check_identity(self, identity: str) -> None:
        """SettingsError if the library's vectors are those of another model."""
        write.check_identity(self._here(), identity)

    def erase(self, *documents: str, refresh: bool = True) -> bool:
        """Erase documents, removed or not: their rows, words, vectors and originals are gone from the disk.

        False where another process that reads still holds something open: the next to write finishes it.
        Without `refresh` searches are exact until `refresh_index` is called.
        """
        with self.writing():
            records = {record.id: record for record in map(self.stored, documents)}
            leftovers.forget(self.folder, records.values())
            with self._changing() as connection:
                for record in records.values():
                    write.delete(connection, record.id)
                    erase.record(connection, record.sha256, self._clock().isoformat(timespec="seconds"))
                    write.count_change(connection, "erase", erase.mark_of(record.sha256))
                self._index.drop(connection)
                write.set_meta(connection, erase.PENDING, "yes")
                step("rows erased")
            step("erasure committed")
            self._recover()
            if refresh:
                self.refresh_index()
            return read.meta(self._here(), erase.PENDING) is None and self._index.alone(self._here())

    def refresh_index(self, *, always: bool = False) -> bool:
        """Build or extend the Chroma generation where it lags behind, is missing or is damaged."""
        with self.writing():
            return self._index.refresh(self._here(), always=always)

    def _prepare(self) -> None:
        """Bring the schema up to date. Only a new or an older library needs the lock for that."""
        if schema.stored_version(self._here()) < schema.VERSION:
            with writer_lock(self.folder):
                schema.migrate(self._here())

    def _recover(self) -> None:
        """Clear away what a kill or an erasure has left: files that nothing points to."""
        connection = self._here()
        erase.clean(connection)
        records = [*self._all_records(), *self.removed()]
        if not seals.lost(connection):  # else it may be all that is left of that document
            sources.sweep(self.folder, {record.sha256 for record in records})
        step("sources swept")
        TokenStore(self.folder).sweep({record.id for record in records})
        step("tokens swept")
        DerivedStore(self.folder).sweep({record.id for record in records})
        step("derived swept")
        self._index.sweep(connection)
        step("index swept")
        leftovers.sweep(self.folder)
        sweep_beside(self.folder)
        sweep_backup(self.folder)

    @contextmanager
    def _written(self) -> Iterator[sqlite3.Connection]:
        with self.writing(), self._changing() as connection:
            yield connection

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with told_clearly(self.folder), transaction(self._here()) as connection:
            yield connection


def _refuse_synced(folder: Path) -> None:
    whole = str(folder.absolute())
    if whole.startswith(("\\\\", "//")) or any(name in whole.casefold() for name in SYNCED):
        raise SettingsError(
            f"The library cannot be in {folder}: that folder is synchronised or on the network.",
            "Choose a folder on this computer with --library or SCRUTINY_LIBRARY.",
        )


def refuse_within(library: Path, paths: Sequence[Path]) -> None:
    """UsageError where a folder to be read is the library or in it, or a new library would be made in one.

    A library that is there already, in a part of the folder, stays usable: its own files are not read.
    """
    place = library.resolve()
    for path in (one for one in paths if one.is_dir()):
        folder = path.resolve()
        if folder == place or (folder in place.parents and not (place / CATALOGUE).is_file()):
            raise UsageError(f"The library {library} cannot be in the folder to be read, {path}.", ELSEWHERE)
        if place in folder.parents:
            raise UsageError(f"The folder to be read, {path}, is a part of the library {library}.", ELSEWHERE)
