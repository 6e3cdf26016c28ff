"""Occasions: whether two documents are known to come of different ones, by what was recognised of them.

Two inspections, two meetings or two agencies' returns share a form's words and yet are two sources. What is
not known differs from nothing.
"""

from __future__ import annotations

from typing import Literal

from ingest.records import DocumentRecord

Difference = Literal["", "date", "place"]


def difference(one: DocumentRecord, other: DocumentRecord) -> Difference:
    """In what they are known to differ; "place" also stands for another writer of the same kind."""
    if _unlike(one.subject, other.subject):
        return "place"
    if one.kind != other.kind or one.kind == "other":
        return ""
    if _unlike(one.organisation, other.organisation):
        return "place"
    return "date" if _other_date(one.published or "", other.published or "") else ""


def _unlike(one: str | None, other: str | None) -> bool:
    return bool(one and other and one.casefold() != other.casefold())


def _other_date(one: str, other: str) -> bool:
    """A year and a day in that year agree."""
    known = min(len(one), len(other))
    return one[:known] != other[:known]
