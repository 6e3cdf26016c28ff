"""Passed over: numbered recommendations that are worded in no way by which a request is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.actions.days import said_on
from assistant.actions.due import due_in
from assistant.actions.setdown import SetDown
from ingest.document import Block, Document
from ingest.recommendations.clauses import skip_marker
from ingest.recommendations.recommendation import Recommendation, identity

_NUMBER = re.compile(r"(?:recommendation\s+)?(?P<number>\d{1,3})(?!\.\d)[.:)]?\s*", re.IGNORECASE)
_LAST = 999


def passed_over(document: Document, found: list[Recommendation]) -> Iterator[SetDown]:
    """The numbered items between and after those found, as long as the numbers go on without a break."""
    day = said_on(document)
    for one, other in pairwise([*found, None]):
        if one is None or (first := _value(one.number)) is None:
            continue
        last = (_value(other.number) if other else None) or _LAST
        limit = other.start if other else len(document.text)
        for block in document.blocks:
            if one.end < block.start < limit:
                number = _listed(document, block)
                if number is None or number != first + 1 or number >= last:
                    break
                first = number
                yield _set_down(document, block, number, one, day)


def _listed(document: Document, block: Block) -> int | None:
    """The number of a list item or numbered paragraph; None for anything else."""
    if block.kind not in ("list_item", "paragraph"):
        return None
    match = _NUMBER.match(document.text, block.start, block.end)
    return int(match["number"]) if match else None


def _set_down(document: Document, block: Block, number: int, one: Recommendation, day: str | None) -> SetDown:
    start = block.start + skip_marker(document.text[block.start : block.end])
    text = document.text[start : block.end]
    due, kind, place = due_in(text, day)
    return SetDown(
        span=(block.start, block.end),
        origin="request",
        text=(start, block.end),
        wording=" ".join(text.split()),
        number=str(number),
        due=due,
        due_kind=kind,
        due_words=(start + place[0], start + place[1]) if place else None,
        heading=one.context.headings[-1] if one.context.headings else "",
        recommendation_id=identity(document.id, f"{start} {text}"),
    )


def _value(number: str) -> int | None:
    """The value of a printed number such as "Recommendation 4"; None for "4.1" and unnumbered ones."""
    match = _NUMBER.fullmatch(number.strip()) if number else None
    return int(match["number"]) if match else None
