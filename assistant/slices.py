"""Slice: a piece of a stored document; Citations: slices to the numbered citations of one result."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass, replace

from assistant.answer import Citation
from assistant.composition.cite import citation_of
from ingest.document import Document
from ingest.library import DocumentRecord, Library
from ingest.passage import Passage

AT_ONCE = 1_000
"""Documents kept in memory while a result is put together: their words and pages, some 150 KB each."""


@dataclass(frozen=True, slots=True, order=True)
class Slice:
    """The words `start:end` (code points) of a stored document's text."""

    document_id: str
    start: int
    end: int

    @classmethod
    def of(cls, citation: Citation) -> Slice:
        """The words that a citation quotes."""
        return cls(citation.document_id, citation.start, citation.end)

    def meets(self, other: Slice) -> bool:
        """Have both words in common?"""
        return self.document_id == other.document_id and self.start < other.end and other.start < self.end


class Sources:
    """Documents with their passages, read once for several results; the `AT_ONCE` last used stay at hand."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: OrderedDict[str, tuple[DocumentRecord, Document, list[Passage]]] = OrderedDict()

    def of(self, document_id: str) -> tuple[DocumentRecord, Document, list[Passage]]:
        """A document with its passages in reading order. NotFoundError where it is gone."""
        if document_id not in self._known:
            record = self._library.record(document_id)
            passages = sorted(self._library.passages_of(document_id), key=lambda passage: passage.start)
            document = replace(self._library.document(document_id), places=None, blocks=())
            self._known[document_id] = (record, document, passages)
        self._known.move_to_end(document_id)
        if len(self._known) > AT_ONCE:
            self._known.popitem(last=False)
        return self._known[document_id]


class Citations:
    """Numbers slices from 1 in the order they are first cited; the same slice keeps its number.

    Each quotation is read from the stored text, so it cannot differ from its source.
    """

    def __init__(self, library: Library, sources: Sources | None = None) -> None:
        self._sources = sources or Sources(library)
        self._made: dict[Slice, Citation] = {}

    def number(self, piece: Slice) -> int:
        """The number under which the slice is cited. NotFoundError where its document is gone."""
        return self.cite(piece).n

    def cite(self, piece: Slice) -> Citation:
        """The slice's citation. NotFoundError where its document is gone."""
        if piece not in self._made:
            self._made[piece] = self._cite(len(self._made) + 1, piece)
        return self._made[piece]

    def all(self) -> tuple[Citation, ...]:
        """The citations so far, by number."""
        return tuple(self._made.values())

    def _cite(self, n: int, piece: Slice) -> Citation:
        record, document, passages = self._sources.of(piece.document_id)
        return citation_of(n, record, document, _passage_at(passages, piece.start), piece.start, piece.end)


def _passage_at(passages: list[Passage], offset: int) -> Passage | None:
    at = bisect_right([passage.start for passage in passages], offset) - 1
    return passages[at] if at >= 0 else None
