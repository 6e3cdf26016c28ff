"""WordprocessingML in small pieces: runs, paragraphs, cells, pictures. Every text put in is escaped here."""

from __future__ import annotations

import struct
from xml.sax.saxutils import escape, quoteattr

from assistant.charts.chart import Chart

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NAMESPACES = (
    f'xmlns:w="{WORD}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    f' xmlns:wp="{DRAWING}"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

EMU_PER_TWENTIETH = 635
"""English metric units in a twentieth of a point (ECMA-376, part 1, 20.1.10.16)."""


def run(text: str, style: str = "") -> str:
    """A run of text in a character style."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(instruction: str, shown: str, style: str = "") -> str:
    """A field, and what it shows until it is brought up to date."""
    return f"<w:fldSimple w:instr={quoteattr(f' {instruction} ')}>{run(shown, style)}</w:fldSimple>"


def link(name: str, shown: str, style: str = "") -> str:
    """Words that lead to a bookmark."""
    return f"<w:hyperlink w:anchor={quoteattr(name)}>{run(shown, style)}</w:hyperlink>"


def bookmark(name: str, number: int, inside: str = "") -> str:
    """A bookmark around some runs."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>{inside}<w:bookmarkEnd w:id="{number}"/>'
    )


def paragraph(inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph; `properties` follow its style in the order that the format asks for."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    own = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{own}{inside}</w:p>"


def cell(inside: str, width: int) -> str:
    """A table's cell of a width in twentieths of a point."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def drawing(png: bytes, number: int, chart: Chart, width: int) -> str:
    """A run that shows the picture over the given width, in twentieths of a point."""
    across, down = struct.unpack(">II", png[16:24])  # the PNG header (RFC 2083, 3.3)
    wide = width * EMU_PER_TWENTIETH
    high = wide * down // across
    extent = f'cx="{wide}" cy="{high}"'
    named = f'id="{number}" name="chart{number}.png"'
    told = f"title={quoteattr(chart.title)} descr={quoteattr(chart.description)}"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f"<wp:docPr {named} {told}/><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="rPicture{number}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
