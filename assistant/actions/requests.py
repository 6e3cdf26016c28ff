"""Requests: the recommendations of reviews, audits and inspections as actions not planned yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.actions.days import said_on
from assistant.actions.due import due_in
from assistant.actions.setdown import SetDown, Span
from ingest.recommendations.clauses import skip_marker
from ingest.recommendations.find import find_recommendations
from ingest.recommendations.identity import identity

if TYPE_CHECKING:
    from ingest.document import Document
    from ingest.recommendations.recommendation import Recommendation

_NUMBER = re.compile(r"(?:recommendation\s+)?(?P<number>\d{1,3})(?!\.\d)[.:)]?\s*", re.IGNORECASE)
_NEVER = frozenset({"framework", "guidance", "briefing", "minutes", "performance", "section_11"})


def requests_of(document: Document, rows: list[Span]) -> Iterator[SetDown]:
    """The document's recommendations that stand in none of the rows already read."""
    if document.kind in _NEVER:
        return
    found = [
        item
        for item in find_recommendations(document)
        if not any(start <= item.start < end for start, end in rows)
    ]
    for item in found:
        if document.kind not in ("action_plan", "annual_report", "other") or _firm(item):
            yield _set_down(item)
    if document.kind in ("review", "audit", "inspection"):
        yield from _between(document, [item for item in found if item.origin == "list"])


def _between(document: Document, found: list[Recommendation]) -> Iterator[SetDown]:
    """The items of a numbered list of recommendations that were passed over for the way they are worded."""
    day = said_on(document)
    for one, other in pairwise([*found, None]):
        if one is None or not _digits(one.number):
            continue
        last = _digits(other.number) if other else None
        for block in document.blocks:
            if block.start <= one.end or (other and block.start >= other.start):
                continue
            text = document.text[block.start : block.end]
            number = _NUMBER.match(text)
            if block.kind not in ("list_item", "paragraph") or not number:
                break
            if not int(_digits(one.number) or 0) < int(number["number"]) < int(last or 99):
                break
            due, kind, place = due_in(text, day)
            start = block.start + skip_marker(text)
            yield SetDown(
                span=(block.start, block.end),
                origin="request",
                text=(start, block.end),
                wording=" ".join(document.text[start : block.end].split()),
                number=number["number"],
                due=due,
                due_kind=kind,
                due_words=(block.start + place[0], block.start + place[1]) if place else None,
                heading=one.context.headings[-1] if one.context.headings else "",
                recommendation_id=identity(document.id, f"{start} {document.text[start : block.end]}"),
            )


def _digits(number: str) -> str | None:
    """The digits of a printed number such as "Recommendation 4"; None for "4.1" and unnumbered ones."""
    match = _NUMBER.fullmatch(number.strip()) if number else None
    return match["number"] if match else None


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
