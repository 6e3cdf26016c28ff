"""Origin: from a slice of any document to the slice of the one document whose words these are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest.copies.align import Chain, place_of
from ingest.copies.shared import Shared
from ingest.copies.statements import say_the_same
from ingest.copies.words import Words, words_of
from ingest.document import Document
from ingest.sentences import sentences

ENOUGH = 0.8
"""Of a slice so many words must stand in the other document."""

NEAR = 3
"""A slice that begins or ends within so many words of a sentence's or cell's edge is taken to end there:
copies differ in bullets and numbers."""

Range = tuple[int, int]
"""Numbers of words, the second not included."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the words of a slice are taken to come from: a document, and a slice of it."""

    document_id: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.document_id}:{self.start}-{self.end}"


class Linked:
    """The documents that share words with others, and the way from each to its origins."""

    def __init__(self, load: Callable[[str], Document], shared: Sequence[Shared]) -> None:
        """`load` gives a document by id; it is asked when a slice of that document, or of a copy, is."""
        self._load = load
        self._linked = frozenset(id_ for pair in shared for id_ in (pair.later, pair.earlier))
        self._documents: dict[str, Document] = {}
        self._words: dict[str, Words] = {}
        self._edges: dict[str, tuple[list[int], list[int]]] = {}
        self._earlier: dict[str, list[Shared]] = {}
        for pair in shared:
            self._earlier.setdefault(pair.later, []).append(pair)

    def origin(self, document_id: str, start: int, end: int) -> Origin:
        """The slice's origin; a slice without words, or of a document that shares none, is its own."""
        if document_id not in self._linked:
            return Origin(document_id, start, end)
        found = self._words_of(document_id).within(start, end)
        return self._of_words(document_id, found) if found[0] < found[1] else Origin(document_id, start, end)

    def _of_words(self, document_id: str, found: Range) -> Origin:
        for pair in self._earlier.get(document_id, ()):
            place = self._place(pair, found)
            if place:
                return self._of_words(pair.earlier, place)
        first, last = self._snapped(document_id, found)
        words = self._words_of(document_id)
        return Origin(document_id, int(words.starts[first]), int(words.ends[last - 1]))

    def _place(self, pair: Shared, found: Range) -> Range | None:
        """The words of the earlier document that these words of the later one are, if they are any."""
        best, chain = max(((_share(chain, found), chain) for chain in pair.chains), key=lambda it: it[0])
        if best < ENOUGH:
            return None
        count = len(self._words_of(pair.earlier))
        first = min(max(place_of(chain, found[0]), 0), count - 1)
        last = min(max(place_of(chain, found[1] - 1) + 1, first + 1), count)
        same = say_the_same(self._quote(pair.later, found), self._quote(pair.earlier, (first, last)))
        return (first, last) if same else None

    def _snapped(self, document_id: str, found: Range) -> Range:
        near = min(NEAR, (found[1] - found[0]) // 4)
        if document_id not in self._edges:
            self._edges[document_id] = _edges(self._document(document_id), self._words_of(document_id))
        starts, ends = self._edges[document_id]
        first, last = _nearest(starts, found[0], near), _nearest(ends, found[1], near)
        return (first, last) if first < last else found

    def _quote(self, document_id: str, found: Range) -> str:
        words = self._words_of(document_id)
        return self._document(document_id).text[words.starts[found[0]] : words.ends[found[1] - 1]]

    def _document(self, document_id: str) -> Document:
        if document_id not in self._documents:
            self._documents[document_id] = replace(self._load(document_id), places=None)
        return self._documents[document_id]

    def _words_of(self, document_id: str) -> Words:
        if document_id not in self._words:
            self._words[document_id] = words_of(self._document(document_id).text)
        return self._words[document_id]


def _share(chain: Chain, found: Range) -> float:
    """How much of the words the chain holds."""
    held = sum(max(0, min(found[1], block.a + block.a_words) - max(found[0], block.a)) for block in chain)
    return held / (found[1] - found[0])


def _edges(document: Document, words: Words) -> tuple[list[int], list[int]]:
    """The numbers of the words with which sentences and cells begin, and of those after which they end."""
    spans = sentences(document.text) + [cell for block in document.blocks for cell in block.cells]
    ranges = [words.within(start, end) for start, end in spans]
    return sorted({first for first, last in ranges}), sorted({last for first, last in ranges})


def _nearest(edges: Sequence[int], word: int, near: int) -> int:
    at = bisect_left(edges, word)
    close = [edge for edge in edges[max(0, at - 1) : at + 1] if abs(edge - word) <= near]
    return min(close, key=lambda edge: (abs(edge - word), edge), default=word)
