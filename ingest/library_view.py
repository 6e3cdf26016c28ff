"""LibraryView: a library as one may see it who may see the documents of some labels only."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from ingest.catalogue import full_text
from ingest.catalogue.connect import snapshot
from ingest.conversation_store import ConversationStore
from ingest.disk.derived_store import WHOLE
from ingest.document import Document
from ingest.errors import NotFoundError, UsageError
from ingest.filters import WITH_SUPERSEDED
from ingest.library import Library
from ingest.library_reader import MOST_COUNTED
from ingest.narrowed import Narrowed
from ingest.passage import Passage
from ingest.records import DocumentRecord


class LibraryView(Library):
    """Behaves as a library that holds nothing else: its list, counts, version and word frequencies too.

    Labels are looked at twice: the list that every search starts from holds the visible documents only,
    and every text and passage read is checked again. It shares the files that `whole` has open and cannot
    be written to.
    """

    def __init__(self, whole: Library, labels: Sequence[str]) -> None:
        self._whole = whole
        self._labels = frozenset(labels)
        self.folder = whole.folder
        self._connections, self._index = whole._connections, whole._index
        self._seen: tuple[str, str, list[DocumentRecord]] = ("", "", [])
        self._counted: tuple[str, dict[str, int]] = ("", {})
        self._narrowed = Narrowed()

    def close(self) -> None:
        """Nothing: the files belong to the whole library."""

    @property
    def version(self) -> str:
        """Changes with every change of the visible documents, and with no other."""
        self._all_records()
        return self._seen[1]

    @property
    def conversations(self) -> ConversationStore:
        """The library's: they hold no document's text, and their quotations are read through this view."""
        return self._whole.conversations

    def writing(self) -> NoReturn:
        """Refused: UsageError."""
        raise UsageError("This view of the library can only be read.")

    def document(self, id: str) -> Document:  # noqa: A002 - the contract's word
        """The whole stored document. NotFoundError, also where its label is not among the visible ones."""
        self._require([id])
        return self._whole.document(id)

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages with these ids. NotFoundError where one is gone or not visible."""
        found = self._whole.passages(ids)
        self._require({passage.document_id for passage in found})
        return found

    def passages_of(self, document_id: str) -> list[Passage]:
        """A visible document's passages in reading order."""
        self._require([document_id])
        return self._whole.passages_of(document_id)

    def derived(self, document_id: str, name: str, version: str, make: Callable[[], Any]) -> Any:
        """A JSON value worked out from one visible document."""
        self._require([document_id])
        return self._whole.derived(document_id, name, version, make)

    @property
    def _whose(self) -> str:
        return f"{WHOLE}-{hashlib.sha256(repr(sorted(self._labels)).encode()).hexdigest()[:12]}"

    def document_frequency(self, term: str) -> int:
        """How many visible passages hold the term, stemmed."""
        if self._counted[0] != self._whole.version or len(self._counted[1]) > MOST_COUNTED:
            self._counted = (self._whole.version, {})
        counts = self._counted[1]
        if term not in counts:
            visible = [record.id for record in self._all_records()]
            held = self._whole.document_frequency(term) > 0
            counts[term] = full_text.document_frequency_within(self._here(), term, visible) if held else 0
        return counts[term]

    def _require(self, ids: Sequence[str] | set[str]) -> None:
        if not self._left(WITH_SUPERSEDED).by_id.keys() >= set(ids):
            raise NotFoundError("There is no such document.", "`scrutiny documents` lists what there is.")

    def _all_records(self) -> list[DocumentRecord]:
        with snapshot(self._here()):
            version = self._whole.version
            if self._seen[0] != version:
                records = visible_records(self._whole._all_records(), self._labels)
                self._seen = (version, _version_of(records), records)
            return self._seen[2]


def visible_records(records: Sequence[DocumentRecord], labels: frozenset[str]) -> list[DocumentRecord]:
    """Those with one of the labels; an old version whose newer one is hidden is hidden with it."""
    seen = {record.id for record in records if record.label in labels}
    return [
        record
        for record in records
        if record.id in seen and (record.superseded_by is None or record.superseded_by in seen)
    ]


def _version_of(records: Sequence[DocumentRecord]) -> str:
    told = "\n".join(repr(record) for record in records)
    return f"{len(records)}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"
