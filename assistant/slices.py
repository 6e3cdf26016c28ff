"""Slice: a piece of a stored document; Citations: slices to the numbered citations of one result."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.cite import citation_of
from ingest.document import Document
from ingest.library import DocumentRecord, Library
from ingest.passage import Passage


@dataclass(frozen=True, slots=True, order=True)
class Slice:
    """The words `start:end` (code points) of a stored document's text."""

    document_id: str
    start: int
    end: int


class Citations:
    """Numbers slices from 1 in the order they are first cited; the same slice keeps its number.

    Each quotation is read from the stored text, so it cannot differ from its source.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records: dict[str, DocumentRecord] = {}
        self._sources: dict[str, tuple[Document, list[Passage]]] = {}
        self._made: dict[Slice, Citation] = {}

    def number(self, piece: Slice) -> int:
        """The number under which the slice is cited. NotFoundError where its document is gone."""
        if piece not in self._made:
            self._made[piece] = self._cite(len(self._made) + 1, piece)
        return self._made[piece].n

    def all(self) -> tuple[Citation, ...]:
        """The citations so far, by number."""
        return tuple(self._made.values())

    def _cite(self, n: int, piece: Slice) -> Citation:
        document, passages = self._source(piece.document_id)
        record = self._records[piece.document_id]
        passage = _passage_at(passages, piece.start)
        return citation_of(n, record, document, passage, piece.start, piece.end)

    def _source(self, document_id: str) -> tuple[Document, list[Passage]]:
        if document_id not in self._sources:
            self._records[document_id] = self._library.record(document_id)
            passages = sorted(self._library.passages_of(document_id), key=lambda passage: passage.start)
            self._sources[document_id] = (self._library.document(document_id), passages)
        return self._sources[document_id]


def _passage_at(passages: list[Passage], offset: int) -> Passage | None:
    at = bisect_right([passage.start for passage in passages], offset) - 1
    return passages[at] if at >= 0 else None
