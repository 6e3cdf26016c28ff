"""Where an item really ends: parts below it, last lines taken for items, several in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.recommendations.clauses import skip_marker
from ingest.recommendations.outline import Place
from ingest.recommendations.parse_request import parse_request

if TYPE_CHECKING:
    from ingest.document import Document


_GERUND = re.compile(r"^\W*(?:and\s+)?\w+ing\b", re.IGNORECASE)

_NUMBER = re.compile(
    r"(?:^|(?<=[.;:)?!]\s))(?:\(?(?P<plain>\d{1,2})[.)]|Recommendation\s+(?P<labelled>\d{1,2})\s*[:.–-])\s+(?=[A-Z])"
)


def closed_end(document: Document, around: Sequence[Place], position: int, start: int, end: int) -> int:
    """The end of an item whose last line begins with a number and was taken for an item of its own:
    "(paragraph / 27)", "at the age of / 17.".
    """
    if end < around[position].block.end or position + 1 >= len(around):
        return end
    text, following = document.text[start:end], around[position + 1].block
    words = document.text[following.start : following.end]
    bracket = re.match(r"\d[\d,\s–-]*(?:and\s+\d+)?\)\.?", words)
    if bracket and text.count("(") > text.count(")"):
        return following.start + bracket.end()
    cut_off = re.search(r"(?i)\b(?:of|to|at|than|and|or|least|within|paragraphs?|page)$", text)
    return following.end if cut_off and re.fullmatch(r"\d{1,3}\.?", words) else end


def end_of_sub_items(document: Document, around: Sequence[Place], position: int) -> int:
    """Where the parts of "…, by:" end: list items that follow at once and ask for nothing alone."""
    parent, end = around[position].block, around[position].block.end
    for place in around[position + 1 :]:
        text = document.text[place.block.start : place.block.end]
        asks = parse_request(text).form
        part = place.block.kind == "list_item" and (
            place.block.level > parent.level or place.block.marker != parent.marker
        )
        if not (part or _GERUND.match(text[skip_marker(text) :])) or asks in ("modal", "imperative"):
            break
        end = place.block.end
    return end


def apart_by_number(document: Document, around: Iterable[Place]) -> Iterator[Place]:
    """The places, those whose text counts on from 1 or its own number parted into one an item."""
    for place in around:
        block = place.block
        starts = _starts(document.text[block.start : block.end]) if not block.cells else []
        if len(starts) < 2:
            yield place
            continue
        ends = [*(at for _, at in starts[1:]), block.end - block.start]
        for (number, at), end in zip(starts, ends, strict=True):
            part = document.text[block.start + at : block.start + end].rstrip()
            yield replace(
                place,
                block=replace(
                    block,
                    kind="list_item",
                    start=block.start + at,
                    end=block.start + at + len(part),
                    marker=f"{number}.",
                ),
            )


def _starts(text: str) -> list[tuple[int, int]]:
    """Number and place of each item, as long as they count on by one from where the text begins."""
    found: list[tuple[int, int]] = []
    for match in _NUMBER.finditer(text):
        number = int(match["plain"] or match["labelled"])
        if (not found and match.start() == 0) or (found and number == found[-1][0] + 1):
            found.append((number, match.start()))
    return found
