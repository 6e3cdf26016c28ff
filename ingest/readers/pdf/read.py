"""Read a PDF: one text engine, pdfium; pypdf where pdfium cannot open the file or finds nothing in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pypdfium2

from ingest.document import ReadBy
from ingest.draft import Draft, DraftPage, Metadata
from ingest.errors import EncryptedError, ReadError
from ingest.ocr.models import available
from ingest.ocr.patience import Patience
from ingest.pulse import beat
from ingest.readers.pdf.anew import started_anew
from ingest.readers.pdf.blocks import to_blocks
from ingest.readers.pdf.forms import beside_labels, comments_on, flatten, values_on
from ingest.readers.pdf.furniture import find_furniture, in_zone
from ingest.readers.pdf.glyphs import Glyphs, read_glyphs
from ingest.readers.pdf.layout import aside_lines, in_reading_order, join_rows, with_tables
from ingest.readers.pdf.ligatures import Ligatures
from ingest.readers.pdf.lines import Line, Table, page_lines
from ingest.readers.pdf.metadata import pdf_metadata
from ingest.readers.pdf.pictures import Pictures, find_pictures, looks_written
from ingest.readers.pdf.rulings import Rulings, read_rulings
from ingest.readers.pdf.scans import Image, beside, image_of, read_scan
from ingest.readers.pdf.tables import find_tables

_PASSWORD = "password"  # noqa: S105 - the word in pdfium's message


@dataclass
class PdfPage:
    """What was read from one page."""

    glyphs: Glyphs
    label: str
    read_by: ReadBy = "text"
    pictures: Pictures = field(default_factory=Pictures)
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)
    comments: int = 0
    """Notes that readers have stuck on the page: they are counted, not read."""


@started_anew()
def read_pdf(data: bytes, name: str) -> Draft:
    """The draft of a PDF. Raises EncryptedError or ReadError with what to do about it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            message = f"{name} is protected with a password."
            raise EncryptedError(message, "Save a copy without the password and add that.") from error
        if (draft := _second_engine(data)) is not None:
            return draft
        raise ReadError(
            f"{name} is damaged: neither of two programs can open it as a PDF.", "Export it again."
        ) from error
    try:
        names = Ligatures(data)
        pages = [_read_page(document, index, names) for index in range(len(document))]
        metadata = pdf_metadata(document)
        blank = not any(page.glyphs.text.strip() for page in pages)
        if blank and (draft := _second_engine(data)) is not None:
            return draft
        comments = sum(page.comments for page in pages)
        patience = Patience()
        pages = [_with_pictures(document, index, page, patience) for index, page in enumerate(pages)]
    finally:
        document.close()
    draft = draft_of(pages, metadata)
    draft.dropped |= {"comment": comments} if comments else {}
    return draft


def _second_engine(data: bytes) -> Draft | None:
    """What pypdf finds, which is asked for few files and takes as long to load as all else here."""
    from ingest.readers.pdf.fallback import read_with_pypdf

    return read_with_pypdf(data)


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
        DraftPage(page.label or printed[index] or str(index + 1), page.read_by)
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


def _read_page(document: Any, index: int, names: Ligatures) -> PdfPage:
    """The text of one page; a page that pdfium cannot load is marked, the others go on."""
    beat(page=True)
    label = _label(document, index)
    try:
        page = document[index]
        values, comments = values_on(page), comments_on(page)
        page = flatten(document, page, index)
        glyphs = read_glyphs(page, lambda: names.of_page(index))
        found = laid_out(glyphs, read_rulings(page, glyphs.turn), label, index)
        found.lines = beside_labels(found.lines, values) if values else found.lines
        found.comments = comments
        found.pictures = find_pictures(
            page, glyphs, sum(len(line.text) for line in found.lines + found.aside)
        )
        page.close()
    except pypdfium2.PdfiumError:
        return PdfPage(Glyphs.blank(), label, "unread")
    return found


def _with_pictures(document: Any, index: int, page: PdfPage, patience: Patience) -> PdfPage:
    """The page, and what is written on its pictures where it has any."""
    beat()
    if page.pictures.layer:
        return replace(page, read_by="ocr")
    if not (page.pictures.whole or page.pictures.parts):
        return page
    if patience.ended and available():
        return replace(page, read_by="unread")
    return _read_pictures(document, index, page, patience)


def _read_pictures(document: Any, index: int, text: PdfPage, patience: Patience) -> PdfPage:
    """A page with what is written on its pictures, or marked as unread where that cannot be told."""
    page = document[index]
    try:
        image, scale = image_of(page)
        drawn = read_rulings(page, text.glyphs.turn)
    except pypdfium2.PdfiumError:
        return replace(text, read_by="unread")
    finally:
        page.close()
    if text.pictures.whole:
        unread = replace(text, read_by="unread")
        return read_whole(image, scale, text.label, index, patience) if available() else unread
    glyphs, read_by = text.glyphs, text.read_by
    for box in text.pictures.parts:
        left, top, right, bottom = (round(side * scale) for side in box)
        part = np.ascontiguousarray(image[top:bottom, left:right])
        if not looks_written(part):
            continue
        if not available() or patience.ended:
            return replace(text, read_by="unread")
        scan = read_scan(part, scale)
        patience.looked(len(scan.glyphs.text), sure=scan.sure, work=scan.work)
        if scan.prose:
            glyphs, read_by = beside(glyphs, scan.glyphs, left / scale, top / scale), "ocr"
    return text if glyphs is text.glyphs else laid_out(glyphs, drawn, text.label, index, read_by)


def read_whole(image: Image, scale: float, label: str, index: int, patience: Patience) -> PdfPage:
    """A page read from its image alone."""
    scan = read_scan(image, scale)
    patience.looked(len(scan.glyphs.text), sure=scan.sure, work=scan.work)
    return laid_out(scan.glyphs, scan.rulings, label, index, "ocr" if scan.sure else "unread")


def laid_out(glyphs: Glyphs, rulings: Rulings, label: str, index: int, read_by: ReadBy = "text") -> PdfPage:
    """Characters → lines and tables."""
    lines = page_lines(glyphs, index)
    found = find_tables(rulings, glyphs, lines)
    tables = [table for table in found if not in_zone(table.box[1], table.box[3], glyphs.height)]
    aside = aside_lines(glyphs, index, {at for table in tables for at in table.glyphs})
    return PdfPage(glyphs, label, read_by, lines=lines, tables=tables, aside=aside)


def _label(document: Any, index: int) -> str:
    """The page's label from the file; "" where it has none."""
    try:
        return str(document.get_page_label(index)).strip()
    except (pypdfium2.PdfiumError, UnicodeError):
        return ""
