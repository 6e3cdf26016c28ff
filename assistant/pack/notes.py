"""Notes: gives each quotation of a pack its footnote, anew in each section so that it stands near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answer import Citation
from assistant.pack.document import Inline, Line, Mark, Note, Quoted, Words
from assistant.pack.shown import place_shown, shown

Cited = Mapping[int, Citation]
"""The citations of one result by number."""

Slot = tuple[str, int, int]

MOST_ALSO = 3
"""So many other places of the same words are named in a note; the ledger has all."""

ALIKE = 0.5
"""Share of the words of two quotations that both hold, from which on they are nearly the same words."""


class Notes:
    """Numbers notes from 1 in the order in which they are first asked for.

    `id_length`: how many characters of a document's id tell the library's documents apart.
    """

    def __init__(self, id_length: int) -> None:
        self._id_length = id_length
        self._notes: list[Note] = []
        self._here: dict[Slot, int] = {}

    def new_section(self) -> None:
        """From here on a quotation gets a note of its own again."""
        self._here = {}

    def quoted(self, citations: Sequence[int], cited: Cited) -> Quoted:
        """The first of the citations as a quotation in the text, its note naming others of its words too.

        What else a statement rests on (the owner and the date of an action) is not said to be the same words.
        """
        first = cited[citations[0]]
        n = self._number(first)
        note = self._notes[n - 1]
        others = [one for one in map(cited.__getitem__, citations[1:]) if _alike(one.quote, first.quote)]
        also = tuple(
            (place_shown(one, self._id_length), shown(one.quote) == shown(first.quote))
            for one in others[:MOST_ALSO]
        )
        self._notes[n - 1] = replace(note, in_text=True, also=note.also or also)
        return Quoted(n)

    def marks(self, citations: Sequence[int], cited: Cited) -> Line:
        """Marks, a space between them, for what rests on the citations without quoting them."""
        numbers = dict.fromkeys(self._number(cited[number]) for number in citations)
        apart: list[Inline] = [item for n in numbers for item in (Words(" "), Mark(n))]
        return tuple(apart[1:])

    def all(self) -> tuple[Note, ...]:
        """The notes so far."""
        return tuple(self._notes)

    def _number(self, citation: Citation) -> int:
        slot = (citation.document_id, citation.start, citation.end)
        if slot not in self._here:
            place = place_shown(citation, self._id_length)
            self._notes.append(Note(len(self._notes) + 1, shown(citation.quote), False, place))
            self._here[slot] = len(self._notes)
        return self._here[slot]


def _alike(one: str, other: str) -> bool:
    left, right = set(one.casefold().split()), set(other.casefold().split())
    return len(left & right) >= ALIKE * len(left | right)
