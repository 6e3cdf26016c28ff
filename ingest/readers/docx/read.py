"""Read DOCX: paragraphs and tables in order, headings and numbers as Word prints them, notes at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.draft import Draft, DraftBlock, Strand
from ingest.errors import ReadError
from ingest.readers.colours import Row, theme_colours, with_colours
from ingest.readers.docx.comments import comment_blocks
from ingest.readers.docx.numbers import Numbering
from ingest.readers.docx.styles import Styles, shade_of
from ingest.readers.docx.text import boxes_in, cell_text, inner_tables, paragraph_text
from ingest.readers.headings import infer_headings
from ingest.readers.office import Element, Package, attribute, child, children, local
from ingest.readers.prose import block_of, join_broken, running_lines, without_emphasis
from ingest.readers.tables import ABOVE, carry_down, table_blocks, with_inner

_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice"}
)
_RUNNING = ("header", "footer")
_DEEPEST = 60
_MOST_BLOCKS = 200_000


def read_docx(data: bytes, name: str) -> Draft:
    """The draft of a Word document. Raises ReadError where it is damaged or far too large."""
    package = Package(data, name)
    part = package.related("", "officeDocument") or "word/document.xml"
    root = package.xml(part)
    body = child(root, "body")
    if body is None:
        raise ReadError(f"{name} has no document part.", "Open and save it again in Word.")
    reader = _Reader(package, part)
    blocks = reader.read(body) + reader.notes() + comment_blocks(package, part, body)
    metadata = package.metadata()
    metadata.running = reader.running()
    return Draft(infer_headings(join_broken(blocks)), metadata=metadata)


class _Reader:
    """Walks over the body and turns paragraphs and tables into blocks."""

    def __init__(self, package: Package, part: str) -> None:
        self.package, self.part = package, part
        self.styles = Styles(self._xml("styles"))
        self.numbering = Numbering(self._xml("numbering"))
        self.theme = theme_colours(package, part)
        self.tables = 0

    def _xml(self, kind: str) -> Element | None:
        path = self.package.related(self.part, kind)
        return self.package.xml(path) if path else None

    def read(self, container: Element) -> list[DraftBlock]:
        """The blocks of a body, a text box or a note."""
        found: list[DraftBlock] = []
        for element in _flatten(container, 0):
            found += self._table(element) if local(element) == "tbl" else self._paragraph(element)
            if len(found) > _MOST_BLOCKS:
                raise ReadError(
                    f"{self.package.name} has more than {_MOST_BLOCKS:,} paragraphs.", "Split it."
                )
        return found

    def _paragraph(self, element: Element) -> list[DraftBlock]:
        """A paragraph, and the text boxes anchored in it."""
        text = without_emphasis(" ".join(paragraph_text(element).split()))
        blocks = [self._block(element, text)] if text else []
        for box in boxes_in(element):
            blocks += self.read(box)
        return blocks

    def _block(self, element: Element, text: str) -> DraftBlock:
        """The block of a paragraph that has words."""
        properties = child(element, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        marker, depth = self._number(properties, style)
        return block_of(text, self.styles.heading_level(style, properties), marker, depth)

    def _number(self, properties: Element | None, style: str | None) -> tuple[str, int]:
        """The number Word prints before a paragraph, and its depth (0 the outermost)."""
        list_id, depth = self.styles.numbering_of(child(properties, "numPr"), style)
        return (self.numbering.marker(list_id, depth), depth) if list_id and list_id != "0" else ("", 0)

    def _table(self, table: Element) -> list[DraftBlock]:
        """A table; cells over several columns stand once, those over several rows in each of them. One of a
        single column is opened up.
        """
        cells = [list(_children(row, "tc")) for row in _children(table, "tr")]
        if all(len(row) <= 1 for row in cells):
            return [block for row in cells for cell in row for block in self.read(cell)]
        number, self.tables = self.tables, self.tables + 1
        rows: list[Row] = []
        inner: dict[int, list[DraftBlock]] = {}
        marked = False
        for at, row in enumerate(_children(table, "tr")):
            marked |= not rows and child(row, "trPr", "tblHeader") is not None
            rows.append(self._row(row))
            within = [one for cell in _children(row, "tc") for one in inner_tables(cell)]
            if within:
                inner[at] = [block for one in within for block in self._table(one)]
        carry_down(rows)
        cells = [[Strand(text) for text in row] for row in with_colours(rows)]
        return with_inner(table_blocks(cells, number, marked_header=marked), cells, inner)

    def _row(self, row: Element) -> Row:
        """The texts of a row's cells with their colours; those that continue one to the left are blank."""
        before = attribute(child(row, "trPr", "gridBefore"), "val")
        texts = [""] * min(int(before) if before and before.isdigit() else 0, 100)
        colours: dict[int, str] = {}
        for cell in _children(row, "tc"):
            if colour := shade_of(cell, self.theme):
                colours[len(texts)] = colour
            texts.append(without_emphasis(cell_text(cell)) or (ABOVE if _is_covered(cell) else ""))
            span = attribute(child(cell, "tcPr", "gridSpan"), "val")
            texts += [""] * (min(int(span), 100) - 1 if span and re.fullmatch(r"[1-9]\d*", span) else 0)
        return Row(texts, colours)

    def running(self) -> tuple[str, ...]:
        """The different lines of the heads and feet that are more than a page number."""
        parts = [path for kind, path in self.package.relations(self.part).values() if kind in _RUNNING]
        roots = [root for path in sorted(parts) if (root := self.package.xml(path)) is not None]
        return running_lines(paragraph_text(one) for root in roots for one in root if local(one) == "p")

    def notes(self) -> list[DraftBlock]:
        """Footnotes and endnotes, after the text."""
        found: list[DraftBlock] = []
        for kind in ("footnotes", "endnotes"):
            for note in children(self._xml(kind)):
                if attribute(note, "type") in (None, "normal"):
                    found += self.read(note)
        return found


def _is_covered(cell: Element) -> bool:
    """Whether the cell above is merged down over this one."""
    merged = child(cell, "tcPr", "vMerge")
    return merged is not None and attribute(merged, "val") in (None, "continue")


def _children(element: Element, name: str) -> Iterator[Element]:
    """The children of that name, also inside content controls."""
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) in _WRAPPERS:
            yield from _children(one, name)


def _flatten(container: Element, depth: int) -> Iterator[Element]:
    """The paragraphs and tables of a container in order, content controls opened."""
    for one in container:
        if local(one) in ("p", "tbl"):
            yield one
        elif local(one) in _WRAPPERS and depth < _DEEPEST:
            yield from _flatten(one, depth + 1)
