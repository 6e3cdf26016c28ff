"""Unread: numbered recommendations from which nothing was taken, so that none is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.recommendations.numbered import is_numbered, list_of, number_above, printed_number
from ingest.recommendations.outline import Place, places
from ingest.recommendations.recommendation import Recommendation

if TYPE_CHECKING:
    from ingest.document import Document


@dataclass(frozen=True, slots=True)
class UnreadItem:
    """An item called a recommendation by number and heading: its first block, without the number."""

    number: str
    start: int
    end: int


def unread_items(document: Document, found: Sequence[Recommendation]) -> tuple[UnreadItem, ...]:
    """The numbered items in which no part of a recommendation was found, in reading order.

    Of a list only where others of it were read: a report's paragraphs are numbered as well, and where none
    asks for anything its recommendations stand elsewhere, in a table.
    """
    held = [
        (place, any(item.start < last and item.end > place.block.start for item in found))
        for place, last in _items(document)
    ]
    lists = {list_of(place) for place, is_held in held if is_held}
    return tuple(
        _unread(document, place)
        for place, is_held in held
        if not is_held and (number_above(place) or list_of(place) in lists)
    )


def _unread(document: Document, place: Place) -> UnreadItem:
    block = place.block
    words = document.text[block.start : block.end].removeprefix(block.marker)
    return UnreadItem(printed_number(place), block.end - len(words.lstrip()), block.end)


def _items(document: Document) -> Iterator[tuple[Place, int]]:
    """The first block of each numbered item, and where its last one ends: its parts are items of a list
    below it, or whatever stands below the same heading.
    """
    first: Place | None = None
    last = 0
    for place in places(document):
        if first and _goes_on(first, place):
            last = place.block.end
            continue
        if first:
            yield first, last
        first = place if is_numbered(place) else None
        last = place.block.end
    if first:
        yield first, last


def _goes_on(first: Place, place: Place) -> bool:
    if place.headings != first.headings:
        return False
    part = place.block.kind == "list_item" and not is_numbered(place)
    return bool(first.number) or part or place.block.level > first.block.level
