"""Read ODT: paragraphs, lists and tables in order, headings and numbers as printed, notes at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.draft import Draft, DraftBlock, Strand
from ingest.errors import ReadError
from ingest.readers.colours import Row, with_colours
from ingest.readers.comments import blocks_of
from ingest.readers.headings import infer_headings
from ingest.readers.office import Element, attribute, child, children, local
from ingest.readers.opendocument.numbers import OUTLINE, Counter, ListStyles
from ingest.readers.opendocument.package import OpenDocument
from ingest.readers.opendocument.text import (
    boxes_in,
    cells_of,
    comments_in,
    count,
    is_drawn,
    is_grid,
    is_left_out,
    paragraph_text,
    paragraphs_in,
    rows_of,
    text_within,
)
from ingest.readers.prose import block_of, join_broken, running_lines, without_emphasis
from ingest.readers.tables import ABOVE, carry_down, table_blocks, with_inner

_INDEXES = ("table-of-content", "illustration-index", "table-index", "object-index", "user-index")
_WRAPPERS = frozenset(
    (*_INDEXES, "alphabetical-index", "bibliography", "index-body", "index-title", "section")
)
_RUNNING = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")
_MOST_BLOCKS = 200_000
_MOST_CELLS = 300_000
_WIDEST = 100
"""Columns that one cell covers, or places that one stands at, are counted so far."""


def read_odt(data: bytes, name: str) -> Draft:
    """The draft of an OpenDocument text. Raises ReadError where it is damaged or far too large."""
    document = OpenDocument(data, name)
    body = document.body("text")
    reader = _Reader(document)
    blocks = reader.read(body) + reader.notes(body) + blocks_of(comments_in(body, document))
    metadata = document.metadata()
    metadata.running = _running(document)
    return Draft(infer_headings(join_broken(blocks)), metadata=metadata)


def _running(document: OpenDocument) -> tuple[str, ...]:
    masters = child(document.looks, "master-styles")
    parts = [one for one in masters.iter() if local(one) in _RUNNING] if masters is not None else []
    return running_lines(paragraph_text(one, document) for part in parts for one in paragraphs_in(part))


@dataclass
class _List:
    """Where a paragraph stands in a list; `marker` is what the next one prints, None where it has no item."""

    style: str = ""
    depth: int = 0
    counter: Counter = field(default_factory=dict)
    start: int | None = None
    due: bool = False
    """Whether the item's first paragraph, which has the marker, is still to come."""


class _Reader:
    """Walks over the body and turns paragraphs, lists and tables into blocks."""

    def __init__(self, document: OpenDocument) -> None:
        self.document, self.name = document, document.package.name
        self.lists = ListStyles(document.list_styles())
        self.outline: Counter = {}
        self.by_style: dict[str, Counter] = {}
        self.by_id: dict[str, Counter] = {}
        self.tables, self.cells, self.made = 0, 0, 0

    def read(self, container: Element, within: _List | None = None) -> list[DraftBlock]:
        """The blocks of a body, a section, a list's item, a text box, a cell or a note."""
        found: list[DraftBlock] = []
        for one in container:
            name = local(one)
            if is_left_out(one):
                continue
            if is_drawn(one):
                found += self.read(one)
            elif name in ("p", "h"):
                found += self._paragraph(one, within or _List())
            elif name == "list":
                found += self._list(one, within)
            elif name == "table":
                found += self._table(one)
            elif name in _WRAPPERS:
                found += self.read(one)
        return found

    def _paragraph(self, element: Element, at: _List) -> list[DraftBlock]:
        """A paragraph, and the text boxes anchored in it."""
        text = without_emphasis(" ".join(paragraph_text(element, self.document).split()))
        style = attribute(element, "style-name") or ""
        level = _level(element) or self.document.heading_level(style)
        blocks = [block_of(text, level, self._marker(element, at), max(0, at.depth - 1))] if text else []
        self.made += len(blocks)
        if self.made > _MOST_BLOCKS:
            raise ReadError(
                f"{self.document.package.name} has more than {_MOST_BLOCKS:,} paragraphs.", "Split it."
            )
        for box in boxes_in(element):
            blocks += self.read(box)
        return blocks

    def _marker(self, element: Element, at: _List) -> str:
        """The number or bullet that is printed before a paragraph."""
        if at.due:
            at.due = False
            return self.lists.marker(at.style, at.depth, at.counter, at.start)
        if at.depth or not (level := _level(element)) or attribute(element, "is-list-header") == "true":
            return ""
        return self.lists.marker(OUTLINE, level, self.outline)

    def _list(self, element: Element, outer: _List | None) -> list[DraftBlock]:
        """The items of a list; one within another counts on at the next depth."""
        style = attribute(element, "style-name") or (outer.style if outer else "")
        counter = outer.counter if outer else self._counter(element, style)
        found: list[DraftBlock] = []
        for item in children(element, "list-item", "list-header"):
            start = attribute(item, "start-value")
            number = int(start) if start and start.isdecimal() and len(start) < 10 else None
            depth = (outer.depth if outer else 0) + 1
            found += self.read(item, _List(style, depth, counter, number, local(item) == "list-item"))
        return found

    def _counter(self, element: Element, style: str) -> Counter:
        """The numbers a list goes on from: those of a list it names, of the last of its style, or none."""
        continued = attribute(element, "continue-list")
        counter: Counter = {}
        if continued in self.by_id:
            counter = self.by_id[continued]
        elif attribute(element, "continue-numbering") == "true":
            counter = self.by_style.get(style, counter)
        self.by_style[style] = counter
        if key := attribute(element, "id"):
            self.by_id[key] = counter
        return counter

    def _table(self, table: Element) -> list[DraftBlock]:
        """A table; cells over several columns stand once, those over several rows in each of them. One of a
        single column is opened up.
        """
        rows = list(rows_of(table))
        if all(len(cells_of(row)) <= 1 for row, _ in rows):
            return [block for row, _ in rows for cell in cells_of(row) for block in self.read(cell)]
        number, self.tables = self.tables, self.tables + 1
        texts: list[Row] = []
        inner: dict[int, list[DraftBlock]] = {}
        for row, _ in rows:
            for _ in range(count(row, "number-rows-repeated", _WIDEST)):
                texts.append(self._row(row))
            within = [one for cell in cells_of(row) for one in _grids(cell)]
            if within:
                inner[len(texts) - 1] = [block for one in within for block in self._table(one)]
        carry_down(texts)
        cells = [[Strand(text) for text in row] for row in with_colours(texts)]
        marked = bool(rows) and rows[0][1]
        return with_inner(table_blocks(cells, number, marked_header=marked), cells, inner)

    def _row(self, row: Element) -> Row:
        """The texts of a row's cells with their colours; those that continue one to the left are blank."""
        texts: list[str] = []
        colours: dict[int, str] = {}
        wide = 0
        for cell in cells_of(row):
            own = local(cell) == "table-cell"
            text = without_emphasis(text_within(cell, self.document)) if own else ""
            if own and (colour := self.document.colour(cell)):
                colours[len(texts)] = colour
            if own:
                wide = len(texts) + count(cell, "number-columns-spanned", _WIDEST)
            for _ in range(count(cell, "number-columns-repeated", _WIDEST)):
                texts.append(text if own or len(texts) < wide else ABOVE)
        self.cells += len(texts)
        if self.cells > _MOST_CELLS:
            raise ReadError(
                f"{self.document.package.name} has more than {_MOST_CELLS:,} cells in its tables.",
                "Split it.",
            )
        return Row(texts, colours)

    def notes(self, body: Element) -> list[DraftBlock]:
        """Footnotes and endnotes, after the text."""
        notes = [one for one in body.iter() if local(one) == "note"]
        notes.sort(key=lambda one: attribute(one, "note-class") == "endnote")
        bodies = [child(one, "note-body") for one in notes]
        return [block for one in bodies if one is not None for block in self.read(one)]


def _level(element: Element) -> int:
    """The level of a heading element, 1 to 6; 0 for a paragraph."""
    value = attribute(element, "outline-level") or "1"
    return min(int(value) if value.isdecimal() and len(value) < 10 else 1, 6) if local(element) == "h" else 0


def _grids(cell: Element) -> list[Element]:
    """The tables within a cell that have rows and columns of their own."""
    found: list[Element] = []
    for one in cell:
        if is_grid(one):
            found.append(one)
        elif not is_left_out(one):
            found += _grids(one)
    return found
