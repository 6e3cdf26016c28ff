"""Where a quotation stands, in words: "Title (file.pdf), page 3, heading"."""

from __future__ import annotations

import re

from assistant.answer import Citation, SearchResult
from assistant.render.plain import one_line, shortened

HEADING_LENGTH = 90
"""Longest heading that is printed whole, in characters."""

TITLE_LENGTH = 90
"""Longest title that is printed whole; the file's name behind it and the JSON tell which document it is."""

_NAME = re.compile(r"(?!page)[^\W\d_]{3}|\w \w", re.IGNORECASE)
"""A word or several in a page's name: "Tracker Oct 26", "Sheet1"."""
_NUMERAL = re.compile(r"[ivxlcdm]+|\w", re.IGNORECASE)
"""A page's number in letters: "xiv", "B"."""


def page_name(index: int | None, label: str | None) -> str:
    """The page as printed on it, and its place in the file where that differs; empty without pages."""
    if index is None:
        return ""
    printed = one_line(label or "")
    position = str(index + 1)
    if not printed or printed == position:
        return f"page {position}"
    number, of, _ = printed.partition(" of ")
    if of:  # a page, or a sheet, of a document attached to a message
        return f"page {printed}" if number.isdigit() else f"“{printed}”"
    numbered = any(character.isdigit() for character in printed) or _NUMERAL.fullmatch(printed)
    if not numbered or (_NAME.search(printed) and not _NUMERAL.fullmatch(printed)):
        return f"“{printed}”"  # a sheet or a slide has a name, not a number
    return f"page {printed} (page {position} of the file)"


def source_name(source: Citation | SearchResult, *, whole: bool) -> str:
    """The document's title with its file's name behind it, or the name alone where that is the title.

    A long title is shortened unless the `whole` is asked for.
    """
    title, name = one_line(source.title), one_line(source.document)
    if not title or title == name:
        return name
    return f"{title if whole else shortened(title, TITLE_LENGTH)} ({name})"


def place_of(source: Citation | SearchResult, *, whole: bool = False) -> str:
    """The document, the page and the heading of a citation or a search result, on one line.

    `whole`: with all of a long title, for a file instead of a screen.
    """
    parts = [source_name(source, whole=whole), page_name(source.page_index, source.page_label)]
    parts.append(shortened(heading_below(source), HEADING_LENGTH))
    if isinstance(source, Citation):
        parts += _remarks(source)
    elif source.read_by == "ocr":
        parts.append("read by OCR")
    return ", ".join(part for part in parts if part)


def heading_below(source: Citation | SearchResult) -> str:
    """The headings over it without the document's title, which often is the highest of them."""
    headings = one_line(source.heading).split(" › ")
    return " › ".join(headings[1:] if headings[0] == one_line(source.title) else headings)


def _remarks(citation: Citation) -> list[str]:
    remarks = [f"published {one_line(citation.published)}"] if citation.published else []
    if citation.read_by == "ocr":
        remarks.append("read by OCR")
    if citation.superseded_by:
        remarks.append("a newer version of this document is in the library")
    return remarks
