"""What a PDF says about itself: title, author and dates."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2

from ingest.clean import clean
from ingest.draft import Metadata

_DATE = re.compile(r"(?:D:)?\s*(\d{4})(\d{2})?(\d{2})?")


def pdf_metadata(document: Any) -> Metadata:
    """Title, author, creation and change date from the document information dictionary."""
    return Metadata(
        _value(document, "Title"),
        _value(document, "Author"),
        pdf_date(_value(document, "CreationDate")),
        pdf_date(_value(document, "ModDate")),
    )


def pdf_date(value: str | None) -> str | None:
    """The ISO date in a PDF's date string, "D:20170331093000" → "2017-03-31"; None where it is no date."""
    found = _DATE.match(value or "")
    if not found or not 1980 <= int(found[1]) <= 2100:
        return None
    parts = [part for part in found.groups() if part and (len(part) == 4 or 1 <= int(part) <= 31)]
    return "-".join(parts)


def _value(document: Any, key: str) -> str | None:
    """One entry, cleaned; None where it is missing or blank."""
    try:
        return clean(str(document.get_metadata_value(key)))[0].strip() or None
    except (pypdfium2.PdfiumError, UnicodeError):
        return None
