"""LibraryReader: everything that can be asked of a library without changing it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.catalogue import full_text, read, schema, stored_vectors, unrecognised, waiting
from ingest.catalogue.connect import Connections, snapshot
from ingest.catalogue.find import find
from ingest.disk.derived_store import WHOLE, DerivedStore
from ingest.disk.token_store import TokenStore
from ingest.document import Document, Page
from ingest.filters import CURRENT, WITH_SUPERSEDED, Filters
from ingest.index.index import Index
from ingest.narrowed import Left, Narrowed
from ingest.passage import Passage
from ingest.records import DocumentRecord, Hit
from ingest.token_vectors import TokenVectors

Vectors = npt.NDArray[np.float32]

MOST_COUNTED = 20_000
"""Words whose counts are kept: those asked for come from anyone."""


class LibraryReader:
    """The reading half of a library. May be used from several threads, beside a writing process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._index = Index(folder)
        self._connections = Connections(folder, replaced=self._index.close)
        self._records: tuple[str, list[DocumentRecord]] = ("", [])
        self._frequencies: tuple[str, dict[str, int]] = ("", {})
        self._narrowed = Narrowed()
        self._hidden: tuple[list[DocumentRecord] | None, list[str]] = (None, [])

    def close(self) -> None:
        """Release every file of the library."""
        self._index.close()
        self._connections.close()

    # ── what it is ─────────────────────────────────────────────────────────────────────────────────────

    @property
    def version(self) -> str:
        """Changes with every change of the documents; the same history has the same version anywhere.

        While passages wait for their vectors it ends in their number: answers may still change.
        """
        return self._connections.once("version", self._version)

    def passages_waiting(self) -> int:
        """How many passages are found by their words alone so far."""
        return waiting.passages_waiting(self._here())

    def unembedded(self) -> list[str]:
        """The ids of documents that are found by their words alone so far, in the order they came in."""
        return waiting.waiting(self._here())

    @property
    def identity(self) -> str | None:
        """The model (`Embedder.identity`) that made its vectors; None while it is empty."""
        return read.meta(self._here(), "identity")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Everything this thread reads inside belongs to one version, whatever is written meanwhile."""
        with self._connections.reading():
            yield

    # ── documents and passages ─────────────────────────────────────────────────────────────────────────

    def documents(self, filters: Filters = CURRENT) -> list[DocumentRecord]:
        """The documents that pass the filters, by (published or "", source)."""
        return list(self.documents_by_id(filters).values())

    def documents_by_id(self, filters: Filters = CURRENT) -> Mapping[str, DocumentRecord]:
        """The same by id; worked out once a version, for those who ask again and again."""
        return self._left(filters).by_id

    def subjects(self, filters: Filters = CURRENT) -> frozenset[str]:
        """What the documents that pass the filters are about."""
        return self._left(filters).subjects

    def record(self, id_or_name: str) -> DocumentRecord:
        """One document by id, start of an id, path or file name. NotFoundError, with close names."""
        known = self.documents_by_id(WITH_SUPERSEDED).get(id_or_name)
        return known or find(self._all_records(), id_or_name)

    def removed(self) -> list[DocumentRecord]:
        """The documents that were removed and can be put back; nothing else tells of them."""
        return read.removed(self._here())

    def stored(self, id_or_name: str) -> DocumentRecord:
        """One document as by `record`, also where it was removed. NotFoundError."""
        return find([*self._all_records(), *self.removed()], id_or_name)

    def document(self, id: str) -> Document:  # noqa: A002 - the contract's word
        """The whole stored document. NotFoundError."""
        with snapshot(self._here()) as connection:
            return read.document(connection, id)

    def text(self, document_id: str) -> str:
        """A stored document's text alone: much less to read than all of it. NotFoundError."""
        return read.text(self._here(), document_id)

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages with these ids, in the order asked. NotFoundError where one is gone."""
        return read.passages(self._here(), ids)

    def passages_of(self, document_id: str) -> list[Passage]:
        """A document's passages in reading order."""
        return read.passages_of(self._here(), document_id)

    def pages_of(self, document_id: str) -> tuple[Page, ...]:
        """A document's pages, without its text."""
        return read.pages(self._here(), document_id)

    def known(self, sha256: str) -> str | None:
        """The id of the document made from these bytes, if they are in."""
        return read.known(self._here(), sha256)

    def waits_for_ocr(self, document_id: str) -> bool:
        """Whether the document came in while OCR was not installed, and has pages that want it."""
        return unrecognised.waits(self._here(), document_id)

    # ── search ─────────────────────────────────────────────────────────────────────────────────────────

    def full_text(self, terms: Sequence[Sequence[str]], filters: Filters, limit: int) -> list[Hit]:
        """Passages with any of the terms (groups of alternatives), best first by BM25, ties by id."""
        with snapshot(self._here()) as connection:
            documents = self.documents_by_id(filters)
            return full_text.search(connection, terms, documents, limit, self.document_frequency)

    def nearest(self, vector: Vectors, filters: Filters, limit: int) -> list[Hit]:
        """Passages whose vector (d,) has the greatest inner product with `vector`, ties by id."""
        with snapshot(self._here()) as connection:
            left = self._left(filters)
            return self._index.nearest(connection, vector, left, limit)

    def vectors(self, passage_ids: Sequence[str]) -> Vectors:
        """The passages' vectors, shape (n, d), in the order asked. NotFoundError where one is gone."""
        return stored_vectors.of_passages(self._here(), passage_ids)

    def similarities(self, passage_ids: Sequence[str], vector: Vectors) -> list[float | None]:
        """Inner products of the passages' vectors with `vector` (d,); None for one that waits for its own."""
        found = stored_vectors.similarities(self._here(), passage_ids, vector)
        return [found.get(passage) for passage in passage_ids]

    def embedded(self, wordings: Sequence[str]) -> dict[str, Vectors]:
        """The vectors (d,) of those exact strings that were embedded before, so as not to do it again."""
        return stored_vectors.of_wordings(self._here(), wordings)

    def tokens(self, passages: Sequence[Passage]) -> dict[str, TokenVectors]:
        """The stored token vectors of these passages, by passage id; some, or all, may not be stored."""
        return TokenStore(self.folder).read(passages)

    def derived(self, document_id: str, name: str, version: str, make: Callable[[], Any]) -> Any:
        """A JSON value worked out from one document: `make` is called where `version` is not yet kept.

        `version` must change with the rules and with every particular of the document that they use.
        """
        still_there = partial(self._connections.holds, document_id)
        return DerivedStore(self.folder).value(document_id, name, version, make, still_there)

    def is_derived(self, document_id: str, name: str, version: str) -> bool:
        """Is such a value kept already, by the look of it?"""
        return DerivedStore(self.folder).is_kept(document_id, name, version)

    def derived_of_all(self, name: str, make: Callable[[], Any]) -> Any:
        """A JSON value worked out from all documents, kept for the state that was last asked of.

        `name` must change with the rules. It may hold no words of a paper, but ids: with one it is erased.
        """
        still_there = partial(self._connections.holds, *(record.id for record in self._all_records()))
        version = f"{self.version}-{name}"
        return DerivedStore(self.folder).value(self._whose, "all", version, make, still_there)

    @property
    def _whose(self) -> str:
        return WHOLE

    def document_frequency(self, term: str) -> int:
        """How many passages hold the term, stemmed."""
        version = self.version
        if self._frequencies[0] != version or len(self._frequencies[1]) > MOST_COUNTED:
            self._frequencies = (version, {})
        counts = self._frequencies[1]
        if term not in counts:
            counts[term] = full_text.document_frequency(self._here(), term, self._removed_ids())
        return counts[term]

    def _removed_ids(self) -> list[str]:
        records = self._all_records()
        if self._hidden[0] is not records:
            self._hidden = (records, read.removed_ids(self._here()))
        return self._hidden[1]

    def passage_count(self) -> int:
        """How many passages there are, those of superseded documents included."""
        return self._narrowed.passages(self._all_records())

    def _here(self) -> sqlite3.Connection:
        return self._connections.here()

    def _version(self) -> str:
        version = read.meta(self._here(), "version") or schema.EMPTY_VERSION
        number = self.passages_waiting()
        return f"{version}-waiting{number}" if number else version

    def _left(self, filters: Filters) -> Left:
        return self._narrowed.by(self._all_records(), filters)

    def _all_records(self) -> list[DocumentRecord]:
        with snapshot(self._here()) as connection:
            version = self.version
            known = self._records  # another thread may put a newer list there meanwhile
            if known[0] != version:
                known = self._records = (version, read.records(connection))
            return known[1]
