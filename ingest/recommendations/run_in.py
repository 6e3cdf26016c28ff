"""Run-in numbers: "1. Do this by May. 2. Do that." in one paragraph are two items of a list; so are
"Recommendation 1: …" and 2, whose lines some formats make one paragraph of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.recommendations.outline import Place

if TYPE_CHECKING:
    from ingest.document import Document

_NUMBER = re.compile(
    r"(?:^|(?<=[.;:)?!]\s))(?:\(?(?P<plain>\d{1,2})[.)]|Recommendation\s+(?P<labelled>\d{1,2})\s*[:.–-])\s+(?=[A-Z])"
)


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
