"""Standing rules: what a framework lays down for all times and papers, and recommends to nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ingest.recommendations.dates import find_deadline
from ingest.recommendations.items import Item
from ingest.recommendations.numbered import request_of
from ingest.recommendations.words import pattern

if TYPE_CHECKING:
    from ingest.document import Document


STANDING_KINDS = frozenset({"framework", "guidance", "briefing"})
"""Kinds of document whose "should" says how things always ought to be."""


def without_rules(document: Document, items: Iterable[Item]) -> list[Item]:
    """The items of a standing paper without the rules. A list is one of rules where most of it reads so: a
    real recommendation may be put to "schools" among others that name a body, a deed or a day.
    """
    lists: dict[tuple[str, ...], list[tuple[Item, bool]]] = defaultdict(list)
    for item in items:
        rule = item.origin != "table" and _is_rule(document.text[item.start : item.end])
        lists[item.context.headings].append((item, rule))
    return [
        item
        for found in lists.values()
        for item, rule in found
        if not rule or 2 * sum(is_rule for _, is_rule in found) <= len(found)
    ]


def _is_rule(text: str) -> bool:
    """Whether it holds for whoever and whenever, or says how recommendations are made, and sets no day."""
    deadline = find_deadline(text, None)
    if deadline and deadline.type == "date":
        return False
    if pattern("requests", "standing.made").search(text):
        return True
    request = request_of(text)
    subject = text[slice(*request.subject)].strip() if request.subject else ""
    if request.form != "modal" or not subject:
        return False
    anyone = pattern("requests", "standing.whoever").match(subject)
    return bool(anyone) or (
        subject.split()[-1].endswith("s") and not pattern("requests", "standing.this").match(subject)
    )
