"""Read a PDF: one text engine, pdfium; pypdf where pdfium cannot open the file or finds nothing in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.draft import Draft, DraftPage, Metadata
from ingest.errors import EncryptedError, ReadError
from ingest.readers.pdf.aside import aside_lines
from ingest.readers.pdf.blocks import to_blocks
from ingest.readers.pdf.fallback import read_with_pypdf
from ingest.readers.pdf.forms import flatten
from ingest.readers.pdf.furniture import find_furniture, in_zone
from ingest.readers.pdf.glyphs import Glyphs, read_glyphs
from ingest.readers.pdf.layout import in_reading_order, with_tables
from ingest.readers.pdf.lines import Line, Table, page_lines
from ingest.readers.pdf.metadata import pdf_metadata
from ingest.readers.pdf.rows import join_rows
from ingest.readers.pdf.tables import find_tables

_PASSWORD = "password"  # noqa: S105 - the word in pdfium's message
_FEW_CHARACTERS = 25
"""A page with a picture over most of it and fewer characters than this is taken for a scan."""
_PICTURE_SHARE = 0.1
"""Share of the page that a picture must cover to be taken for a picture of writing."""
_OUTLINES = 50
"""Drawn shapes on a page without text: as many as this may be letters turned into shapes."""


@dataclass
class PdfPage:
    """What was read from one page."""

    glyphs: Glyphs
    label: str
    unread: bool = False
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)


def read_pdf(data: bytes, name: str) -> Draft:
    """The draft of a PDF. Raises EncryptedError or ReadError with what to do about it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            message = f"{name} is protected with a password."
            raise EncryptedError(message, "Save a copy without the password and add that.") from error
        if (draft := read_with_pypdf(data)) is not None:
            return draft
        raise ReadError(
            f"{name} is damaged: neither of two programs can open it as a PDF.", "Export it again."
        ) from error
    try:
        pages = [_read_page(document, index) for index in range(len(document))]
        metadata = pdf_metadata(document)
    finally:
        document.close()
    if not any(page.glyphs.text.strip() for page in pages) and (draft := read_with_pypdf(data)) is not None:
        return draft
    return draft_of(pages, metadata)


def draft_of(pages: list[PdfPage], metadata: Metadata) -> Draft:
    """Pages → blocks: furniture dropped, lines in reading order, footnotes set apart, paragraphs joined."""
    segments = [with_tables(page.glyphs, page.lines, page.tables) for page in pages]
    rows = [join_rows(page.glyphs, own) for page, own in zip(pages, segments, strict=True)]
    furniture, printed = find_furniture(rows, [page.glyphs.height for page in pages])
    metadata.running = _running(furniture)
    kept = [
        join_rows(page.glyphs, in_reading_order(_without(own, dropped), page.glyphs.width)) + page.aside
        for page, own, dropped in zip(pages, segments, furniture, strict=True)
    ]
    drafted = [
        DraftPage(page.label or printed[index] or str(index + 1), "unread" if page.unread else "text")
        for index, page in enumerate(pages)
    ]
    return Draft(to_blocks(kept), drafted, metadata)


def _without(segments: list[Line], furniture: list[Line]) -> list[Line]:
    """The segments that are no part of the furniture."""
    dropped = {span for line in furniture for span in line.spans}
    return [
        segment for segment in segments if segment.table is not None or not dropped.issuperset(segment.spans)
    ]


def _running(furniture: list[list[Line]]) -> tuple[str, ...]:
    """The different texts among running heads and feet that are more than a page number."""
    texts = [line.text for own in furniture for line in own]
    return tuple(dict.fromkeys(text for text in texts if len(text) > 8))[:20]


def _read_page(document: Any, index: int) -> PdfPage:
    """One page; a page that pdfium cannot load is marked, the others go on."""
    label = _label(document, index)
    try:
        page = flatten(document, document[index], index)
        glyphs = read_glyphs(page)
        lines = page_lines(glyphs, index)
        found = find_tables(page, glyphs, lines)
        tables = [table for table in found if not in_zone(table.box[1], table.box[3], glyphs.height)]
        aside = aside_lines(glyphs, index, {at for table in tables for at in table.glyphs})
        unread = _is_picture(page, sum(len(line.text) for line in lines + aside))
        page.close()
    except pypdfium2.PdfiumError:
        return PdfPage(Glyphs.blank(), label, unread=True)
    return PdfPage(glyphs, label, unread, lines, tables, aside)


def _label(document: Any, index: int) -> str:
    """The page's label from the file; "" where it has none."""
    try:
        return str(document.get_page_label(index)).strip()
    except (pypdfium2.PdfiumError, UnicodeError):
        return ""


def _is_picture(page: Any, characters: int) -> bool:
    """Whether there may be writing on the page that is no text: pictures, or letters drawn as shapes."""
    if characters >= _FEW_CHARACTERS:
        return False
    width, height = page.get_size()
    shapes = 0
    for item in page.get_objects(max_depth=3):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            if not characters or (right - left) * (top - bottom) > _PICTURE_SHARE * width * height:
                return True
        shapes += item.type in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)
    return shapes >= (_OUTLINES if characters else 1)
