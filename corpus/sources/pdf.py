"""PDF rendering with reportlab: four looks, running heads, page numbers, contents, line-end hyphens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
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
    Spacer,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents

from corpus.sources.looks import Look
from corpus.sources.markup import MARK, Block


class _Template(BaseDocTemplate):  # type: ignore[misc]
    """Reports headings to the list of contents."""

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - reportlab's name
        if getattr(flowable, "contents_entry", None):
            self.notify("TOCEntry", (0, flowable.contents_entry, self.page))


def _canvas_class(found: dict[str, int], look: Look, head: str, plain_cover: bool) -> type[Canvas]:
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


def _furniture(canvas: Any, look: Look, head: str, number: int, total: int) -> None:
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


def _table(block: Block, look: Look) -> Table:
    width = A4[0] - 2 * look.margin
    columns = len(block.rows[0])
    if block.widths:
        shares = block.widths
    else:  # by the longest cell of each column, within bounds
        shares = [min(max(max(len(row[n]) for row in block.rows), 12), 45) ** 0.75 for n in range(columns)]
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
    space = {"spaceBefore": 6, "spaceAfter": look.leading, "hAlign": "LEFT"}
    return Table(cells, colWidths=widths, repeatRows=1, style=style, **space)


def _flow(block: Block, look: Look) -> list[Flowable]:
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
    style = getattr(look, block.kind if block.kind in ("title", "subtitle", "front") else "body")
    return [_whole(Paragraph(text, style), block)]


def _whole(paragraph: Paragraph, block: Block) -> Flowable:
    """Quoted paragraphs stay on one page, so that a quote has one page."""
    return KeepTogether([paragraph]) if MARK.search(block.text) else paragraph


def write_pdf(path: Path, blocks: list[Block], plan: dict[str, str]) -> dict[str, int]:
    """Write the PDF, with the same bytes for the same blocks, and return the 0-based page of every mark."""
    rl_config.invariant = 1
    look = Look(plan["style"])
    cover = any(block.kind == "toc" for block in blocks)
    story: list[Flowable] = [Spacer(1, 5 * cm)] if cover else []
    for block in blocks:
        if block.kind == "toc":
            contents = TableOfContents(levelStyles=[look.entry], dotsMinLevel=0)
            story += [PageBreak(), Paragraph("Contents", look.front), contents, PageBreak()]
        else:
            story += _flow(block, look)
    width, height = A4[0] - 2 * look.margin, A4[1] - 4.7 * cm
    frame = Frame(look.margin, 2.3 * cm, width, height, leftPadding=0, rightPadding=0)
    document = _Template(
        str(path), pagesize=A4, title=plan["title"], author=plan["organisation"], creator="", invariant=1,
        pageTemplates=[PageTemplate("page", [frame])],
    )  # fmt: skip
    found: dict[str, int] = {}
    document.multiBuild(story, canvasmaker=_canvas_class(found, look, plan["head"], cover))
    return found
