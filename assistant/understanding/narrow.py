"""Filters from what a user writes: names of documents, and dates that have to exist."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ingest.filters import Filters
from ingest.recognition.days import whole_date

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


def is_iso_date(value: str) -> bool:
    """Whether it is a year, a month or a day that exists, such as "2024", "2024-03" or "2024-03-31"."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", value):
        return False
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True


DAY_WRITTEN = "Write it as 31 March 2024, 31/03/2024 or 2024-03-31."
DATE_WRITTEN = "Write a day as 31/03/2024 or 2024-03-31, a month as March 2024 or 2024-03, a year as 2024."
"""What every front end says of a date that it cannot read."""


def date_of(value: str) -> str | None:
    """The ISO date of a year, a month or a day as anyone writes it; None for what is none."""
    return value if is_iso_date(value) else whole_date(value)


def day_of(value: str) -> date | None:
    """The day that "31 March 2024", "31/03/2024" or "2024-03-31" names; None for what is no day."""
    found = date_of(value)
    return date.fromisoformat(found) if found and len(found) == len("2024-03-31") else None


def filters_for(
    assistant: ScrutinyAssistant,
    kinds: Sequence[str] = (),
    organisations: Sequence[str] = (),
    documents: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
) -> Filters:
    """The filters asked for; a document may be named by id, file name or path.

    Raises NotFoundError for a document that the library does not have.
    """
    return Filters(
        kinds=tuple(kinds),
        organisations=tuple(organisations),
        documents=tuple(assistant.show(name).id for name in documents),
        since=since,
        until=until,
    )
