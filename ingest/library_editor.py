"""LibraryEditor: what is changed of documents in a library: particulars, versions, what is hidden."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime

from ingest.catalogue import read, write
from ingest.catalogue.find import find
from ingest.document import KINDS
from ingest.errors import SettingsError
from ingest.library_reader import LibraryReader
from ingest.records import DocumentRecord, Status


class LibraryEditor(LibraryReader):
    """Changes to the rows of known documents; no text, vector or file is touched."""

    def seen_at(self, document_id: str, origin: str) -> Status:
        """Note that a known document stands at `origin`: "updated" where that supersedes what stood there."""
        with self.writing():
            if read.document_at(self._here(), origin) == document_id:
                return "unchanged"
            with self._changing() as connection:
                if write.take_path(connection, origin, document_id) == "added":
                    return "unchanged"
                write.count_change(connection, "seen", document_id)
            return "updated"

    def edit(self, document_id: str, **fields: str | None) -> DocumentRecord:
        """Correct title, kind, organisation, subject, published, period or label. SettingsError."""
        _check_fields(fields)
        record = self.record(document_id)
        changed = {name: value for name, value in fields.items() if getattr(record, name) != value}
        if changed:
            with self.writing(), self._changing() as connection:
                write.edit(connection, record.id, changed)
                write.count_change(connection, "edit", record.id, changed)
        return self.record(record.id)

    def supersede(self, old: str, new: str | None) -> DocumentRecord:
        """Mark a document as an earlier version of another; None makes it current again. SettingsError."""
        before = self.record(old)
        newer = self.record(new).id if new is not None else None
        if newer is not None and self._leads_to(newer, before.id):
            raise SettingsError(
                f"“{before.source}” cannot be superseded by itself or by an older version of itself.",
                "Give the older document first and the newer one second.",
            )
        if newer != before.superseded_by:
            with self.writing(), self._changing() as connection:
                write.set_successor(connection, before.id, newer)
                write.count_change(connection, "supersede", before.id, newer)
        return self.record(before.id)

    def remove(self, document_id: str) -> DocumentRecord:
        """Hide a document at once from every list, search and answer; `put_back` undoes it."""
        record = self.record(document_id)
        self._set_removed(record, self._clock().isoformat(timespec="seconds"))
        return record

    def put_back(self, document_id: str) -> DocumentRecord:
        """Bring a removed document back. NotFoundError."""
        record = find(self.removed(), document_id)
        self._set_removed(record, None)
        return self.record(record.id)

    def _set_removed(self, record: DocumentRecord, when: str | None) -> None:
        with self.writing(), self._changing() as connection:
            write.set_removed(connection, record.id, when)
            write.count_change(connection, "remove" if when else "put back", record.id)

    def _leads_to(self, document_id: str | None, wanted: str) -> bool:
        """Whether the document is the wanted one, or is superseded by it through whatever versions."""
        successors = {record.id: record.superseded_by for record in self._all_records()}
        while document_id is not None and document_id != wanted:
            document_id = successors.get(document_id)
        return document_id == wanted

    # ── within ─────────────────────────────────────────────────────────────────────────────────────────

    _clock: Callable[[], datetime]

    def writing(self) -> AbstractContextManager[None]:
        """Be the one writer. LibraryBusyError."""
        raise NotImplementedError

    def _changing(self) -> AbstractContextManager[sqlite3.Connection]:
        raise NotImplementedError


def _check_fields(fields: Mapping[str, str | None]) -> None:
    for name, value in fields.items():
        if name not in write.EDITABLE:
            raise SettingsError(
                f"A document has no field “{name}” to edit.", f"Edit {', '.join(write.EDITABLE)}."
            )
        if name in ("title", "label") and not value:
            raise SettingsError(f"A document's {name} cannot be empty.")
    if "kind" in fields and fields["kind"] not in KINDS:
        raise SettingsError(
            f"“{fields['kind']}” is no kind of document.", f"Choose one of {', '.join(KINDS)}."
        )
