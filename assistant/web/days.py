"""Days as visitors write them."""

from __future__ import annotations

from datetime import date

from starlette.datastructures import QueryParams

from assistant.understanding import narrow
from ingest.errors import UsageError


def date_in(query: QueryParams, name: str) -> str:
    """A date of an address as an ISO date, so that addresses of one meaning are one; else as written."""
    written = query.get(name, "").strip()
    return narrow.date_of(written) or written


def day_of(written: str) -> date | None:
    """The day that is written, None for nothing. UsageError for anything else, weeks too."""
    if not written.strip():
        return None
    day = narrow.day_of(written.strip())
    if day is None:
        raise UsageError(f"“{written}” is no day.", narrow.DAY_WRITTEN)
    return day
