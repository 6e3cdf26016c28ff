"""The pack's blocks as the paragraphs, tables and pictures of a Word document."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from assistant.pack.document import (
    Badge,
    Block,
    Grid,
    Heading,
    Inline,
    Line,
    Mark,
    Note,
    PackDocument,
    Picture,
    Points,
    Text,
    Words,
)
from assistant.pack.docx.xml import bookmark, cell, drawing, link, paragraph, run
from assistant.pack.sections import Section, sections
from assistant.pack.shown import note_parts

TEXT_WIDTH = 9186
"""Twentieths of a point between the margins of an A4 page."""

STYLES = {"plain": "", "strong": "Strong", "quiet": "Quiet", "code": "Code"}
ROLES = {"body": "", "lead": "Lead", "remark": ""}
PARTS = {"quote": "Quotation", "place": "", "code": "Code"}
NUMBERED_FROM = 10
"""Lists numbered on their own have numbering instances from this one on."""


class Body:
    """Writes the blocks of one pack in order, and remembers what the other parts must hold."""

    def __init__(self, pack: PackDocument) -> None:
        self._pack = pack
        self._noted: set[int] = set()
        self._bookmarks = 0
        self.numbered_lists = 0
        self.pictures: list[bytes] = []

    def sections(self) -> str:
        """All sections of the pack, the notes of each at its end.

        They are no footnotes: LibreOffice moves a table's rows to the next page to make room for theirs.
        """
        return "".join(self._section(section) for section in sections(self._pack))

    def contents(self) -> str:
        """The list of the main headings, each a link, within a field that Word can bring up to date."""
        headings = [one for one in self._pack.blocks if isinstance(one, Heading) and one.level == 1]
        links = [link(_name(one.anchor), one.text) for one in headings]
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            ' TOC \\o "1-1" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        lines = [
            paragraph((begin if number == 0 else "") + link, "TOC1") for number, link in enumerate(links)
        ]
        return paragraph(run("Contents"), "ContentsHeading") + "".join(lines) + end

    def _section(self, section: Section) -> str:
        written = "".join(self._block(block) for block in (section.heading, *section.blocks))
        notes = "".join(self._note(note) for note in section.notes)
        return written + (paragraph(run("Notes"), "NotesHeading") + notes if notes else "")

    def _note(self, note: Note) -> str:
        """The number leads back to the first mark."""
        number = self._bookmark(f"note_{note.n}", link(f"mark_{note.n}", str(note.n)))
        words = run(" ").join(
            run(f"“{text}”" if kind == "quote" else text, PARTS[kind]) for kind, text in note_parts(note)
        )
        return paragraph(f"{number}<w:r><w:tab/></w:r>{words}", "Note")

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Text):
            return paragraph(self._line(block.line), ROLES[block.role])
        if isinstance(block, Points):
            return self._points(block)
        if isinstance(block, Grid):
            return self._grid(block)
        return self._picture(block)

    def _heading(self, block: Heading) -> str:
        fresh = '<w:pageBreakBefore/><w:spacing w:before="0"/>' if block.own_page else ""
        inside = self._bookmark(block.anchor, run(block.text))
        return paragraph(inside, f"Heading{block.level}", fresh)

    def _points(self, block: Points) -> str:
        if not block.numbered:
            return "".join(paragraph(self._line(item), "ListBullet") for item in block.items)
        number = NUMBERED_FROM + self.numbered_lists
        self.numbered_lists += 1
        own = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return "".join(paragraph(self._line(item), "ListNumber", own) for item in block.items)

    def _grid(self, block: Grid) -> str:
        whole = sum(column.width for column in block.columns) or 1
        widths = [int(TEXT_WIDTH * column.width / whole) for column in block.columns]
        sides = ['<w:jc w:val="right"/>' if column.numeric else "" for column in block.columns]
        heads = [
            paragraph(run(c.heading), "CellHead", side) for c, side in zip(block.columns, sides, strict=True)
        ]
        rows = [_row(heads, widths, "<w:cantSplit/><w:tblHeader/>")]
        for line in block.rows:
            cells = [
                paragraph(self._line(item), "Cell", side) for item, side in zip(line, sides, strict=True)
            ]
            rows.append(_row(cells, widths, "<w:cantSplit/>"))
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        properties = (
            f'<w:tblPr><w:tblStyle w:val="PackTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0"'
            ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(block.title)}/></w:tblPr>"
        )
        table = f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        return paragraph(run(block.title), "Caption") + table + paragraph("", "Cell")

    def _picture(self, block: Picture) -> str:
        from assistant.charts.draw import draw_png

        self.pictures.append(draw_png(block.chart))
        return paragraph(drawing(self.pictures[-1], len(self.pictures), block.chart, TEXT_WIDTH))

    def _line(self, line: Line) -> str:
        return "".join(self._piece(item) for item in line)

    def _piece(self, item: Inline) -> str:
        if isinstance(item, Words):
            return run(item.text, STYLES[item.weight])
        if isinstance(item, Badge):
            return run(f"\u00a0{item.text}\u00a0", f"Badge{item.tone.replace('_', '')}")
        mark = self._mark(item.note)
        if isinstance(item, Mark):
            return mark
        return run(f"“{self._pack.note(item.note).quote}”", "Quotation") + mark

    def _mark(self, note: int) -> str:
        """The number, which leads to its note; the first has a name, by which the note leads back."""
        mark = link(f"note_{note}", str(note), "NoteMark")
        if note in self._noted:
            return mark
        self._noted.add(note)
        return self._bookmark(f"mark_{note}", mark)

    def _bookmark(self, name: str, inside: str) -> str:
        self._bookmarks += 1
        return bookmark(_name(name), self._bookmarks, inside)


def _row(cells: list[str], widths: list[int], properties: str) -> str:
    inside = "".join(cell(one, width) for one, width in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def _name(anchor: str) -> str:
    """A bookmark's name has letters, digits and underscores, and at most 40 of them."""
    return "".join(letter if letter.isalnum() else "_" for letter in anchor)[:40]
