"""Said: one statement of a document, with what the probes need to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from assistant.slices import Slice

Basis = Literal["expectation", "plan", "self_report", "independent_finding", "data", "voice"]
"""What kind of saying a statement is.

An expectation ("agencies should…") never counts; a plan counts only as promised; self_report is a body's
praise of itself; data, voice (of children, families, staff) and an independent finding are evidence.
"""


@dataclass(frozen=True)
class Said:
    """One sentence, list item or table row.

    `clauses` gives, for each clause in order, its tone (1 well, -1 ill, 0 neither) and the concepts in it.
    `under` are the concepts of the headings over it (and of a row's header), `section_area` the area that a
    heading over it names. `share` and `count` say that it states figures. `cells` are those of a row.
    `lead` is where the sentence before it begins, on whose words it leans ("This means …"); -1 where none.
    `led` are the concepts of that sentence where this one opens by pointing back to it ("These are …").
    """

    piece: Slice
    text: str
    heading: str
    row: bool
    basis: Basis
    tone: int
    clauses: tuple[tuple[int, frozenset[str]], ...]
    under: frozenset[str]
    section_area: str = ""
    share: bool = False
    count: bool = False
    header: str = ""
    cells: tuple[tuple[int, int], ...] = ()
    lead: int = -1
    led: frozenset[str] = frozenset()

    @property
    def shown(self) -> Slice:
        """The words to show: with the sentence that it leans on."""
        return self.piece if self.lead < 0 else Slice(self.piece.document_id, self.lead, self.piece.end)

    @property
    def is_told(self) -> bool:
        """Does it tell how things are or were, and not what is planned or asked for?"""
        return self.basis not in ("plan", "expectation")

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The concepts of all clauses."""
        return frozenset().union(*(names for _, names in self.clauses))

    def tone_of(self, concepts: frozenset[str]) -> int:
        """The tone of the (last) clause that holds most of the concepts; else the sentence's."""
        toned = [(len(names & concepts), at, tone) for at, (tone, names) in enumerate(self.clauses) if tone]
        held = max(toned, default=(0, 0, 0))
        return held[2] if held[0] else self.tone

    def cell(self, number: int) -> str:
        """The words of a row's cell, "" where there is none."""
        if number >= len(self.cells):
            return ""
        start, end = self.cells[number]
        return self.text[start - self.piece.start : end - self.piece.start].strip()

    def texts(self) -> list[str]:
        """A row's cells as they stand."""
        return [self.cell(at) for at in range(len(self.cells))]

    def columns(self) -> dict[str, str]:
        """A row's cells by the small-letter names of their columns."""
        names = [name.strip().lower() for name in self.header.split(" | ")]
        return {name: self.cell(at) for at, name in enumerate(names) if at < len(self.cells)}


def to_json(said: Said) -> list[Any]:
    """As it is kept among the library's derived facts."""
    return [
        said.piece.start,
        said.text,
        said.heading,
        int(said.row),
        said.basis,
        said.tone,
        [[tone, sorted(names)] for tone, names in said.clauses],
        sorted(said.under),
        said.section_area,
        int(said.share),
        int(said.count),
        said.header,
        [list(cell) for cell in said.cells],
        said.lead,
        sorted(said.led),
    ]


def from_json(document_id: str, kept: list[Any]) -> Said:
    """What `to_json` kept."""
    start, text, heading, row, basis, tone, clauses, under, area, share, count, header, cells, lead, led = (
        kept
    )
    return Said(
        Slice(document_id, start, start + len(text)),
        text,
        heading,
        bool(row),
        basis,
        tone,
        tuple((sign, frozenset(names)) for sign, names in clauses),
        frozenset(under),
        area,
        bool(share),
        bool(count),
        header,
        tuple((first, last) for first, last in cells),
        lead,
        frozenset(led),
    )
