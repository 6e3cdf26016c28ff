"""Requests: the recommendations of reviews, audits and inspections as actions not planned yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.actions.passed_over import passed_over
from assistant.actions.rows import REPORTS
from assistant.actions.setdown import SetDown, Span
from assistant.register.collect import found_in
from ingest.document import Document
from ingest.recommendations.recommendation import Recommendation

_NEVER = frozenset({"framework", "guidance", "briefing", "minutes", "performance", "section_11"})
_ONLY_DATED = frozenset({"action_plan", "annual_report", "correspondence", "other"})
"""Kinds that speak of work by the way: there a request counts where it has a day."""
_SOON = 1500
"""Characters within which a letter gives the day of what it has asked for."""


def requests_of(document: Document, rows: list[Span]) -> Iterator[SetDown]:
    """The document's recommendations that stand in none of the rows already read."""
    if document.kind in _NEVER:
        return
    found = [item for item in found_in(document) if not any(start <= item.start < end for start, end in rows)]
    days = {item.id: after for at, item in enumerate(found) if (after := _day_giver(item, found[at + 1 :]))}
    only_days = {after.id for after in days.values()}
    for item in found:
        if item.id not in only_days and (document.kind not in _ONLY_DATED or _firm(item)):
            yield _set_down(item, days.get(item.id))
    if document.kind in REPORTS:
        yield from passed_over(document, [item for item in found if item.origin == "list"])


def with_ids(document: Document, rows: Iterable[SetDown]) -> Iterator[SetDown]:
    """Rows, those that are a report's own recommendations with the id of the recommendation found there."""
    found = found_in(document)
    for row in rows:
        within = (item.id for item in found if row.span[0] <= item.start < row.span[1])
        yield replace(row, recommendation_id=next(within, None)) if row.origin == "request" else row


def _day_giver(item: Recommendation, later: list[Recommendation]) -> Recommendation | None:
    """The request soon after that gives the day of the same thing: "… is to be sent by 3 August"."""
    if item.deadline is None or item.deadline.source != "following":
        return None
    for after in later:
        if after.start - item.end > _SOON:
            return None
        if after.deadline and after.deadline.source == "text" and after.deadline.date == item.deadline.date:
            return after
    return None


def _firm(item: Recommendation) -> bool:
    return item.deadline is not None and item.deadline.date is not None


def _set_down(item: Recommendation, day_in: Recommendation | None) -> SetDown:
    """`day_in` is the next request where that carries the deadline's words."""
    owner = item.owner.span if item.owner and item.owner.span else None
    deadline = item.deadline if item.deadline and item.deadline.firm else None
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
        due_words=_day_words(day_in or item),
        heading=item.context.headings[-1] if item.context.headings else "",
        recommendation_id=item.id,
    )


def _day_words(item: Recommendation) -> Span | None:
    """Where the deadline's words stand, if they stand in the request."""
    deadline = item.deadline
    if deadline is None or not deadline.firm or deadline.source != "text" or deadline.span is None:
        return None
    return item.start + deadline.span[0], item.start + deadline.span[1]
