"""Read a PDF: one text engine, pdfium; pypdf where pdfium cannot open the file or finds nothing in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pypdfium2

from ingest.draft import Draft, DraftPage, Metadata
from ingest.errors import EncryptedError, ReadError
from ingest.readers.pdf.furniture import find_furniture
from ingest.readers.pdf.glyphs import Glyphs, read_glyphs
from ingest.readers.pdf.layout import in_reading_order, with_tables
from ingest.readers.pdf.lines import Line, Table, page_lines
from ingest.readers.pdf.metadata import pdf_metadata
from ingest.readers.pdf.blocks import to_blocks
from ingest.readers.pdf.rows import join_rows
from ingest.readers.pdf.tables import find_tables

_PASSWORD = "password"  # noqa: S105 - the word in pdfium's message
_MARKS_ENOUGH = 8
"""A page with an image and fewer characters than this is taken for a scan."""


@dataclass
class PdfPage:
    """What was read from one page."""

    glyphs: Glyphs
    label: str
    image: bool
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    failed: bool = False


def read_pdf(data: bytes, name: str) -> Draft:
    """The draft of a PDF. Raises EncryptedError or ReadError with what to do about it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            message = f"{name} is protected with a password."
            raise EncryptedError(message, "Save a copy without the password and add that.") from error
        raise ReadError(f"{name} cannot be opened as a PDF: {error}.", "Export it again.") from error
    try:
        pages = [_read_page(document, index) for index in range(len(document))]
        metadata = pdf_metadata(document)
    finally:
        document.close()
    if not pages:
        raise ReadError(f"{name} has no pages.", "Export it again.")
    return draft_of(pages, metadata)


def draft_of(pages: list[PdfPage], metadata: Metadata) -> Draft:
    """Pages → blocks: furniture dropped, lines in reading order, footnotes set apart, paragraphs joined."""
    lines = [join_rows(page.glyphs, with_tables(page.lines, page.tables)) for page in pages]
    furniture, printed = find_furniture(lines, [page.glyphs.height for page in pages])
    metadata.running = _running(lines, furniture)
    kept = [
        join_rows(page.glyphs, in_reading_order([line for at, line in enumerate(own) if at not in dropped], page.glyphs.width))
        for page, own, dropped in zip(pages, lines, furniture, strict=True)
    ]
    drafted = [
        DraftPage(page.label or printed[index] or str(index + 1), "unread" if _unread(page) else "text")
        for index, page in enumerate(pages)
    ]
    return Draft(to_blocks(kept), drafted, metadata)


def _running(lines: list[list[Line]], furniture: list[set[int]]) -> tuple[str, ...]:
    """The different texts among running heads and feet that are more than a page number."""
    texts = [own[at].text for own, dropped in zip(lines, furniture, strict=True) for at in sorted(dropped)]
    return tuple(dict.fromkeys(text for text in texts if len(text) > 8))[:20]


def _unread(page: PdfPage) -> bool:
    """Whether there is something on the page that is not in its text."""
    return page.failed or (page.image and len("".join(page.glyphs.text.split())) < _MARKS_ENOUGH)


def _read_page(document: Any, index: int) -> PdfPage:
    """One page; a page that pdfium cannot load is marked, the others go on."""
    label = _label(document, index)
    try:
        page = document[index]
        glyphs = read_glyphs(page)
        lines = page_lines(glyphs, index)
        tables = find_tables(page, glyphs, lines)
        image = len(glyphs.text.split()) < _MARKS_ENOUGH and _has_marks(page)
        page.close()
    except pypdfium2.PdfiumError:
        return PdfPage(Glyphs.blank(), label, False, failed=True)
    return PdfPage(glyphs, label, image, lines, tables)


def _label(document: Any, index: int) -> str:
    """The page's label from the file; "" where it has none."""
    try:
        return str(document.get_page_label(index)).strip()
    except (pypdfium2.PdfiumError, UnicodeError):
        return ""


def _has_marks(page: Any) -> bool:
    """Whether an image, a drawing or a form is on the page: something that might be writing."""
    return any(True for _ in page.get_objects(max_depth=3))
