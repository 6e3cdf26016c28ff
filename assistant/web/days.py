"""Days as visitors write them."""

from __future__ import annotations

from datetime import date

from assistant import narrow
from ingest.errors import UsageError


def day_of(written: str) -> date | None:
    """The day that 2025-03-31 names, None for nothing. UsageError for anything else, weeks too."""
    if not written.strip():
        return None
    day = narrow.day_of(written.strip())
    if day is None:
        raise UsageError(f"“{written}” is no day.", "Give it as 2025-03-31.")
    return day
