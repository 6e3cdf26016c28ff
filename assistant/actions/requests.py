"""Requests: the recommendations of reviews, audits and inspections as actions not planned yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.actions.setdown import SetDown, Span
from ingest.recommendations.find import find_recommendations

if TYPE_CHECKING:
    from ingest.document import Document
    from ingest.recommendations.recommendation import Recommendation

_NEVER = frozenset({"framework", "guidance", "briefing", "minutes", "performance", "section_11"})


def requests_of(document: Document, rows: list[Span]) -> Iterator[SetDown]:
    """The document's recommendations that stand in none of the rows already read."""
    if document.kind in _NEVER:
        return
    for item in find_recommendations(document):
        if any(start <= item.start < end for start, end in rows):
            continue
        if document.kind in ("action_plan", "annual_report", "other") and not _firm(item):
            continue
        yield _set_down(item)


def _firm(item: Recommendation) -> bool:
    return item.deadline is not None and item.deadline.date is not None


def _set_down(item: Recommendation) -> SetDown:
    owner = item.owner.span if item.owner and item.owner.span else None
    deadline = item.deadline if item.deadline and item.deadline.firm else None
    place = deadline.span if deadline and deadline.source == "text" else None
    return SetDown(
        span=(item.start, item.end),
        origin="request",
        text=(item.start, item.end),
        wording=" ".join(item.text.split()),
        number=item.number,
        owner=(item.start + owner[0], item.start + owner[1]) if owner else None,
        owner_words=item.owner.text if item.owner else "",
        due=deadline.date if deadline else None,
        due_kind=deadline.type if deadline else "",
        due_words=(item.start + place[0], item.start + place[1]) if place else None,
        heading=item.context.headings[-1] if item.context.headings else "",
        recommendation_id=item.id,
    )
