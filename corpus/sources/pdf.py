"""PDF rendering with reportlab: four looks, running heads, page numbers, contents, line-end hyphens."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
)
from reportlab.platypus import Spacer, Table
from reportlab.platypus.tableofcontents import TableOfContents

from corpus.sources.markup import MARK, Block, curl

LOOKS = {  # font, bold, size, leading, margin (cm), hyphens, bullet
    "ofsted": (
        "Helvetica",
        "Helvetica-Bold",
        12,
        16.5,
        2.6,
        False,
        "<font name='ZapfDingbats' size='8'>n</font>",
    ),
    "report": ("Times-Roman", "Times-Bold", 12.5, 17.5, 3.0, True, "\N{BULLET}"),
    "plain": ("Helvetica", "Helvetica-Bold", 11.5, 16.5, 2.7, False, "\N{BULLET}"),
    "minutes": ("Helvetica", "Helvetica-Bold", 11, 15.5, 2.5, False, "\N{EN DASH}"),
}
ENDINGS = re.compile(
    r"(ments?|tions?|sions?|ness|ings?|ful|less|ship|ances?|ences?|able|ity|ities|ly|ers?|ed)$"
)
BEGINNINGS = re.compile(
    r"^(safe|super|inter|under|assess|recom|practi|partner|infor|neigh|profes|confer|respon|multi|appoint|ment)"
)


def _hyphenate(text: str) -> str:
    """Soft hyphens in long words, where a typesetter's rough rules would break them."""

    def soften(match: re.Match[str]) -> str:
        word = match[0]
        head = BEGINNINGS.match(word)
        tail = ENDINGS.search(word)
        points = {
            found
            for found in (head and head.end(), tail and tail.start())
            if found and 2 < found < len(word) - 1
        }
        return "".join(
            ("\N{SOFT HYPHEN}" if place in points else "") + letter for place, letter in enumerate(word)
        )

    return re.sub(r"\b[a-z]{8,}\b", soften, text)


class _Look:
    """The paragraph styles of one look."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.font, self.bold, self.size, self.leading, margin, self.hyphens, self.bullet = LOOKS[name]
        self.margin = margin * cm
        self.body = ParagraphStyle(
            "body",
            fontName=self.font,
            fontSize=self.size,
            leading=self.leading,
            spaceAfter=self.leading * 0.6,
        )
        if self.hyphens:
            self.body.alignment = TA_JUSTIFY
        self.numbered = ParagraphStyle(
            "numbered",
            self.body,
            leftIndent=1.25 * cm,
            bulletIndent=0,
            bulletFontName=self.font,
            bulletFontSize=self.size,
        )
        self.listed = ParagraphStyle(
            "listed", self.body, leftIndent=1.9 * cm, bulletIndent=1.25 * cm, spaceAfter=5
        )
        self.cell = ParagraphStyle(
            "cell", self.body, fontSize=self.size - 2, leading=self.leading - 3, spaceAfter=0, alignment=0
        )
        self.title = ParagraphStyle(
            "title", self.body, fontName=self.bold, fontSize=25, leading=31, alignment=0, spaceAfter=18
        )
        self.subtitle = ParagraphStyle("subtitle", self.title, fontSize=15, leading=20, spaceAfter=40)

    def heading(self, level: int) -> ParagraphStyle:
        size = {1: 17, 2: 13.5, 3: 12}[level]
        return ParagraphStyle(
            f"heading{level}", self.body, fontName=self.bold, fontSize=size, leading=size * 1.3,
            spaceBefore=size * 0.8, spaceAfter=size * 0.55, keepWithNext=1, alignment=0,
        )  # fmt: skip

    def rich(self, text: str) -> str:
        """Reportlab's mini markup: emphasis kept, and a call to the canvas where a mark begins."""
        text = escape(curl(text), quote=False)
        if self.hyphens:
            text = _hyphenate(text)
        text = MARK.sub(r'<onDraw name="note_mark" label="\1"/>\2', text)
        text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
        return re.sub(r"(?<!\*)\*([^*]+?)\*(?!\*)", r"<i>\1</i>", text)


class _Template(BaseDocTemplate):
    """Reports headings to the list of contents."""

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - reportlab's name
        if getattr(flowable, "contents_entry", None):
            self.notify("TOCEntry", (0, flowable.contents_entry, self.page))


def _canvas_class(found: dict[str, int], look: _Look, head: str, plain_cover: bool) -> type[Canvas]:
    class Numbered(Canvas):  # type: ignore[misc]
        """Holds pages back until their number is known, and notes the page of every mark."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.held: list[dict[str, Any]] = []
            self.setNamedCB("note_mark", self.note_mark)

        def note_mark(self, canvas: Any, kind: Any, label: str) -> None:
            found[label] = canvas.getPageNumber() - 1

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            self.held.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, state in enumerate(self.held, 1):
                self.__dict__.update(state)
                if number > 1 or not plain_cover:
                    _furniture(self, look, head, number, len(self.held))
                super().showPage()
            super().save()

    return Numbered


def _furniture(canvas: Any, look: _Look, head: str, number: int, total: int) -> None:
    width, height = A4
    canvas.setFont(look.font, 8.5)
    if look.name == "ofsted":
        canvas.drawCentredString(width / 2, height - 1.5 * cm, str(number))
        canvas.drawString(look.margin, 1.4 * cm, head)
    elif look.name == "minutes":
        canvas.drawRightString(width - look.margin, 1.4 * cm, str(number))
        canvas.drawString(look.margin, 1.4 * cm, head)
    else:
        canvas.drawString(look.margin, height - 1.6 * cm, head)
        canvas.drawRightString(width - look.margin, 1.4 * cm, f"Page {number} of {total}")


def _table(block: Block, look: _Look) -> Table:
    width = A4[0] - 2 * look.margin
    columns = len(block.rows[0])
    if block.widths:
        shares = block.widths
    else:  # by the longest cell of each column, within bounds
        shares = [min(max(max(len(row[n]) for row in block.rows), 9), 45) ** 0.75 for n in range(columns)]
    widths = [width * share / sum(shares) for share in shares]
    cells = [
        [Paragraph(f"<b>{look.rich(cell)}</b>" if not n else look.rich(cell), look.cell) for cell in row]
        for n, row in enumerate(block.rows)
    ]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
        ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    return Table(
        cells,
        colWidths=widths,
        repeatRows=1,
        style=style,
        spaceBefore=6,
        spaceAfter=look.leading,
        hAlign="LEFT",
    )


def _flow(block: Block, look: _Look) -> list[Flowable]:
    """What one block becomes on the page."""
    text = look.rich(block.text)
    if block.kind == "heading":
        shown = f"{block.marker}&nbsp;&nbsp;{text}" if block.marker else text
        heading = Paragraph(shown, look.heading(block.level))
        if block.level == 1:
            heading.contents_entry = re.sub(r"<onDraw[^>]*>|\N{SOFT HYPHEN}", "", shown)
        return [heading]
    if block.kind == "table":
        return [_table(block, look)]
    if block.kind == "item" and len(block.marker) > 4:
        return [_whole(Paragraph(f"<b>{block.marker}</b> {text}", look.numbered), block)]
    if block.kind in ("numbered", "item"):
        return [_whole(Paragraph(text, look.numbered, bulletText=block.marker), block)]
    if block.kind == "bullet":
        return [_whole(Paragraph(f"<bullet>{look.bullet}</bullet>{text}", look.listed), block)]
    style = {"title": look.title, "subtitle": look.subtitle, "front": look.heading(2)}.get(
        block.kind, look.body
    )
    return [_whole(Paragraph(text, style), block)]


def _whole(paragraph: Paragraph, block: Block) -> Flowable:
    """Quoted paragraphs stay on one page, so that a quote has one page."""
    return KeepTogether([paragraph]) if MARK.search(block.text) else paragraph


def write_pdf(path: Path, blocks: list[Block], plan: dict[str, str]) -> dict[str, int]:
    """Write the PDF, with the same bytes for the same blocks, and return the 0-based page of every mark."""
    rl_config.invariant = 1
    look = _Look(plan["style"])
    cover = any(block.kind == "toc" for block in blocks)
    story: list[Flowable] = [Spacer(1, 5 * cm)] if cover else []
    for block in blocks:
        if block.kind == "toc":
            contents = TableOfContents(
                levelStyles=[ParagraphStyle("entry", look.body, spaceAfter=3, alignment=0)], dotsMinLevel=0
            )
            story += [PageBreak(), Paragraph("Contents", look.heading(2)), contents, PageBreak()]
        else:
            story += _flow(block, look)
    frame = Frame(
        look.margin, 2.3 * cm, A4[0] - 2 * look.margin, A4[1] - 4.7 * cm, leftPadding=0, rightPadding=0
    )
    document = _Template(
        str(path), pagesize=A4, title=plan["title"], author=plan["organisation"], creator="", invariant=1,
        pageTemplates=[PageTemplate("page", [frame])],
    )  # fmt: skip
    found: dict[str, int] = {}
    document.multiBuild(story, canvasmaker=_canvas_class(found, look, plan["head"], cover))
    return found
