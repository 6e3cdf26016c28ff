"""WordprocessingML in small pieces: runs, paragraphs, cells. Every text that goes in is escaped here."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

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


def attribute(text: str) -> str:
    """The text as an attribute's value, in quotation marks."""
    return quoteattr(text)


def run(text: str, style: str = "") -> str:
    """A run of text in a character style."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(instruction: str, shown: str, style: str = "") -> str:
    """A field, and what it shows until it is brought up to date."""
    return f"<w:fldSimple w:instr={attribute(f' {instruction} ')}>{run(shown, style)}</w:fldSimple>"


def link(name: str, shown: str, style: str = "") -> str:
    """Words that lead to a bookmark."""
    return f"<w:hyperlink w:anchor={attribute(name)}>{run(shown, style)}</w:hyperlink>"


def bookmark(name: str, number: int, inside: str = "") -> str:
    """A bookmark around some runs."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name={attribute(name)}/>{inside}<w:bookmarkEnd w:id="{number}"/>'
    )


def paragraph(inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph; `properties` follow its style in the order that the format asks for."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    own = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{own}{inside}</w:p>"


def cell(inside: str, width: int) -> str:
    """A table's cell of a width in twentieths of a point."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'
