"""PackDocument: a challenge pack as blocks of words, quotations, tables and charts, whatever the format."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.charts.chart import Chart

Weight = Literal["plain", "strong", "quiet", "code"]
"""Quiet words are remarks beside what matters; code is to be copied."""

Tone = Literal["evidenced", "partly", "contradicted", "not_evidenced", "cannot_judge", "plain", "alert"]
"""The colour of a badge, which never says anything that its words do not."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the pack's own, or a document's particulars."""

    text: str
    weight: Weight = "plain"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in the text, with its mark behind it; `note` is its number."""

    note: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that leads to a note: what stands before it rests on that quotation."""

    note: int


@dataclass(frozen=True, slots=True)
class Badge:
    """A verdict or a status, set off from the text."""

    text: str
    tone: Tone


Inline = Words | Quoted | Mark | Badge
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3. `anchor` is unique in the pack; `own_page` begins a page on paper."""

    text: str
    level: int
    anchor: str
    own_page: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; a caption belongs to what follows it."""

    line: Line
    role: Literal["body", "lead", "remark"] = "body"


@dataclass(frozen=True, slots=True)
class Points:
    """A list of paragraphs."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading and its share of the width (the shares of a table add up to about 1)."""

    heading: str
    width: float
    numeric: bool = False


def columns(
    headings: Sequence[str], widths: Sequence[float], numeric: Collection[int] = ()
) -> tuple[Column, ...]:
    """Columns of these headings and widths; `numeric` are the places of those that hold numbers."""
    pairs = enumerate(zip(headings, widths, strict=True))
    return tuple(Column(heading, width, place in numeric) for place, (heading, width) in pairs)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with one header row, and a title that says what it shows. The first cell names its row."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart; its title and its description in words go with it."""

    chart: Chart


Block = Heading | Text | Points | Grid | Picture


def lines_of(block: Block) -> Iterator[Line]:
    """The lines of words of a block in the order of reading."""
    if isinstance(block, Text):
        yield block.line
    elif isinstance(block, Points):
        yield from block.items
    elif isinstance(block, Grid):
        for row in block.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands: in words for a reader, and exactly. `reference` is "411977c3:120-180"."""

    words: str
    reference: str


@dataclass(frozen=True, slots=True)
class Note:
    """The footnote of one quotation. `quote` is on one line; `in_text` says that the text shows it.

    `also` are other documents with the same words, or (`alike` False) nearly the same.
    """

    n: int
    quote: str
    in_text: bool
    place: Place
    also: tuple[tuple[Place, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One document behind the pack. `id` is the beginning of its hash; `cited` counts its quotations."""

    id: str
    sha256: str
    title: str
    document: str
    published: str
    cited: int


@dataclass(frozen=True, slots=True)
class PackDocument:
    """A whole pack. `marking` stands on every page; `facts` on the title page, name and value.

    `notes` are numbered from 1 in the order of their first mark.
    """

    title: str
    subject: str
    marking: str
    facts: tuple[tuple[str, str], ...]
    statement: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    as_of: str
    library_version: str
    language: str = "en-GB"

    def note(self, n: int) -> Note:
        """The note of that number."""
        return self.notes[n - 1]
