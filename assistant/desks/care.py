"""CareDesk: the façade's part that looks after the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.desks.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.care.backup import BackupReport
    from ingest.care.fault import CheckReport
    from ingest.care.optimize import OptimizeReport
    from ingest.care.repair import RepairReport
    from ingest.library import DocumentRecord


class CareDesk(Desk):
    """Versions, removal and erasure of documents. Documents are named by id, file name or path."""

    # ── versions ───────────────────────────────────────────────────────────────────────────────────────

    def supersede(self, old: str, new: str | None) -> DocumentRecord:
        """Mark a document as an earlier version of another; None makes it current again.

        NotFoundError, SettingsError where that would go round in a circle, LibraryBusyError.
        """
        return self._open().supersede(old, new)

    def copies(self) -> dict[str, tuple[str, ...]]:
        """By id, the documents in which each document stands wholly or mostly, where there are any; a plan of
        another day is no copy but a later edition.
        """
        from ingest.near_copies import same_source

        library = self._open()
        near = same_source(library)
        found = {
            record.id: tuple(
                id_ for id_ in near.copy_of(record.id) if not _is_edition(record, library.record(id_))
            )
            for record in library.documents()
        }
        return {document: others for document, others in found.items() if others}

    # ── taking out ─────────────────────────────────────────────────────────────────────────────────────

    def remove_documents(self, documents: Sequence[str]) -> list[DocumentRecord]:
        """Hide documents at once from lists, searches and answers; `put_back` undoes it. NotFoundError."""
        library = self._open()
        with library.writing():
            wanted = [library.record(name) for name in documents]
            return [library.remove(record.id) for record in wanted]

    def put_back_documents(self, documents: Sequence[str]) -> list[DocumentRecord]:
        """Bring removed documents back. NotFoundError."""
        library = self._open()
        with library.writing():
            return [library.put_back(name) for name in documents]

    def removed_documents(self) -> list[DocumentRecord]:
        """The documents that were removed and not erased."""
        return self._open().removed()

    def stored_documents(self, documents: Sequence[str]) -> list[DocumentRecord]:
        """The documents of these names, removed ones too. NotFoundError."""
        return [self._open().stored(name) for name in documents]

    def erase_documents(self, documents: Sequence[str]) -> bool:
        """Erase documents for good; False where another program still holds something of them open.

        Copies that were opened and logs of crashes go too.
        """
        from assistant.crash import forget_logs
        from assistant.opened_copies import forget_copies

        library = self._open()
        forget_copies([library.stored(name).sha256 for name in documents])
        forget_logs()
        return library.erase(*documents)

    # ── the folder itself ──────────────────────────────────────────────────────────────────────────────

    def verify(self, *, deep: bool = False) -> CheckReport:
        """Check the library; `deep` reads every byte. NoLibraryError, LibraryBusyError."""
        from ingest.care.verify import verify

        self.close()
        return verify(self.settings.library, deep=deep)

    def repair(self, *, apply: bool = False) -> RepairReport:
        """Check deeply and, if told to, mend what can be made again. Errors as of `verify`."""
        from ingest.care.repair import repair

        self.close()
        return repair(self.settings.library, apply=apply)

    def back_up(self, file: Path) -> BackupReport:
        """Write the library to one file; others may read and write meanwhile. SettingsError."""
        from ingest.care.backup import back_up

        return back_up(self.settings.library, file)

    def restore(self, file: Path, *, replace: bool = False) -> list[DocumentRecord]:
        """Make the library from a backup; its documents. SettingsError, LibraryDamagedError."""
        from ingest.care.restore import restore

        self.close()
        restore(file, self.settings.library, replace=replace)
        return self._open().documents()

    def optimize(self) -> OptimizeReport:
        """Build the index anew and give back freed space. LibraryBusyError."""
        from ingest.care.optimize import optimize

        return optimize(self._open())


def _is_edition(one: DocumentRecord, other: DocumentRecord) -> bool:
    """Are they a plan's positions on two days?"""
    days = {one.published, other.published}
    return one.kind == other.kind == "action_plan" and None not in days and len(days) == 2
