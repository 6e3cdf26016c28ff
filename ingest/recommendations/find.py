"""Find the recommendations of a document: in lists, tables and prose, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.phrases import worded
from ingest.recognise import states_its_date
from ingest.recommendations.actors import names_an_actor
from ingest.recommendations.context import Context
from ingest.recommendations.context_deadline import find_context_deadline
from ingest.recommendations.context_owners import find_context_owner
from ingest.recommendations.dates import find_deadline
from ingest.recommendations.item_ends import apart_by_number
from ingest.recommendations.items import Item, items_of
from ingest.recommendations.numbered import request_of
from ingest.recommendations.outline import Place, places
from ingest.recommendations.owners import find_owner
from ingest.recommendations.recommendation import (
    Measure,
    Owner,
    Recommendation,
    finding_number,
    firmer,
    identity,
)
from ingest.recommendations.rows import rows_of
from ingest.recommendations.standing import STANDING_KINDS, without_rules

if TYPE_CHECKING:
    from ingest.document import Document


_SAID_TWICE = re.compile(r"(?<=council)\s+local authority$", re.IGNORECASE)
_OPENING = 4_000
"""Within so many characters from the beginning a document says to whom it is addressed."""
_pattern = worded(
    "smart/headings.yaml",
    r"^{addressed}\s+(?:the\s+)?(?P<who>{addressees})(?=[\s,.;:]|$)",
    flags=re.MULTILINE | re.IGNORECASE,
)


def find_recommendations(document: Document) -> tuple[Recommendation, ...]:
    """All recommendations in reading order, none overlapping another."""
    around = list(apart_by_number(document, places(document)))
    if document.kind in STANDING_KINDS:
        around = [
            place if _plainly_opened(place) else replace(place, opening=None, lead_in="") for place in around
        ]
    found = [*rows_of(document, around), *items_of(document, around)]
    last = max((item.start for item in found if _recommends(item)), default=0)
    early = [place.opening == "improvements" and place.block.start < last for place in around]
    if any(early):
        # What a paper says needs to improve before it recommends is what it found.
        around = [
            replace(place, opening="findings") if is_early else place
            for place, is_early in zip(around, early, strict=True)
        ]
        found = [*rows_of(document, around), *items_of(document, around)]
    if document.kind in STANDING_KINDS:
        found = without_rules(document, found)
    elif not found:
        found = list(items_of(document, around, anywhere=True))
    about = Context(
        published=document.published, undated=not states_its_date(document), addressee=addressee_of(document)
    )
    return tuple(
        _recommendation(document, item, about)
        for item in _apart(sorted(found, key=lambda item: (item.start, -item.end)))
    )


def _owner(text: str, context: Context) -> Owner | None:
    """A table's own column goes before the words of its row, these before a heading or a lead-in."""
    around = find_context_owner(context)
    if around and around.source == "table":
        return around
    return find_owner(text, request_of(text)) or around


def _plainly_opened(place: Place) -> bool:
    """In a framework or a briefing only a heading that says so opens a list of recommendations."""
    return any(re.search(r"(?i)recommend|need\w* to improve", heading) for heading in place.headings)


def _recommends(item: Item) -> bool:
    """Whether it stands under a heading that calls it a recommendation."""
    return any(re.search(r"(?i)recommend", heading) for heading in item.context.headings)


def _apart(items: list[Item]) -> Iterator[Item]:
    """The items without those that begin inside an earlier one or repeat it word for word."""
    end, seen = -1, set()
    for item in items:
        if item.start >= end and item.key not in seen:
            yield item
            end = item.end
            seen.add(item.key)


def _recommendation(document: Document, item: Item, about: Context) -> Recommendation:
    text = document.text[item.start : item.end]
    context = replace(
        item.context, published=about.published, undated=about.undated, addressee=about.addressee
    )
    return Recommendation(
        id=identity(document.id, f"{item.start} {text}"),
        number=item.number,
        text=text,
        start=item.start,
        end=item.end,
        origin=item.origin,
        owner=_owner(text, context),
        deadline=firmer(find_deadline(text, context.counted_from), find_context_deadline(context)),
        measure=Measure(context.measure, None) if context.measure else None,
        priority=context.priority or None,
        finding=finding_number(text),
        context=context,
    )


def addressee_of(document: Document) -> str:
    """The one body that the document is addressed to, in its words; "" where it names none, or a person."""
    match = _pattern().search(document.text, 0, _OPENING)
    who = _SAID_TWICE.sub("", " ".join(match["who"].split())) if match else ""
    return who if who and names_an_actor(who) else ""
