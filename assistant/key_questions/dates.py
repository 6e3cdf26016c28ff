"""Dates: when a document counts as said."""

from __future__ import annotations

import re

from ingest.records import DocumentRecord


def dated(record: DocumentRecord) -> str | None:
    """When it was published, or the end of the time it covers where no date is known.

    Papers for a meeting bear its day and are read before it: they count from the day they were added.
    """
    if record.published:
        return min(record.published, record.added[:10])
    if not record.period:
        return None
    years = re.fullmatch(r"(\d{4})/(\d\d)", record.period)
    return f"{years.group(1)[:2]}{years.group(2)}-03" if years else record.period.rpartition("/")[2] or None


def newest_first(record: DocumentRecord) -> tuple[int, ...]:
    """A key by which the newest document comes first and one without a date last."""
    return (*(-ord(character) for character in dated(record) or ""), 0)
