"""Fallback: pypdf reads what pdfium cannot open, without places on the page."""

from __future__ import annotations

import logging
from io import BytesIO

import pypdf

from ingest.draft import Draft, DraftPage, Metadata
from ingest.readers.pdf.metadata import pdf_date
from ingest.readers.text import read_text_string

_MOST_PAGES = 200
"""pypdf is slow and sometimes very slow: it is only asked to read short documents."""


def read_with_pypdf(data: bytes) -> Draft | None:
    """The draft by the second engine; None where it finds no text either, whatever the reason."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        return _read(data)
    except Exception:
        # pypdf fails in many ways on damaged files; the caller then reports the first engine's finding
        return None
    finally:
        logger.setLevel(level)


def _read(data: bytes) -> Draft | None:
    """All pages as plain text."""
    reader = pypdf.PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return None
    draft = Draft(metadata=_metadata(reader))
    for index in range(min(len(reader.pages), _MOST_PAGES)):
        blocks = read_text_string(reader.pages[index].extract_text()).blocks
        for block in blocks:
            block.page = index
        draft.blocks += blocks
        draft.pages.append(DraftPage(str(index + 1), "text" if blocks else "unread"))
    draft.pages += [
        DraftPage(str(index + 1), "unread") for index in range(len(draft.pages), len(reader.pages))
    ]
    return draft if draft.blocks else None


def _metadata(reader: pypdf.PdfReader) -> Metadata:
    """Title, author and dates from the document information dictionary."""
    found = reader.metadata
    if found is None:
        return Metadata()
    return Metadata(
        found.title,
        found.author,
        pdf_date(str(found.get("/CreationDate", ""))),
        pdf_date(str(found.get("/ModDate", ""))),
    )
