"""Days as visitors write them."""

from __future__ import annotations

from datetime import date

from assistant.narrow import is_iso_date
from ingest.errors import UsageError


def day_of(written: str) -> date | None:
    """The day that 2025-03-31 names, None for nothing. UsageError for anything else, weeks too."""
    if not written.strip():
        return None
    if len(written.strip()) != len("2025-03-31") or not is_iso_date(written.strip()):
        raise UsageError(f"“{written}” is no day.", "Give it as 2025-03-31.")
    return date.fromisoformat(written.strip())
