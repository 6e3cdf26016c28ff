"""Owner pairs: the same action, due on the same day, that two papers of one day give to different people.

Where one paper is the later, it tells of a hand-over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from assistant.actions.days import last_day
from assistant.actions.terms import terms_of
from assistant.actions.thread import Placed
from assistant.contradictions.told import Found
from assistant.contradictions.words import pattern

_PERSON = re.compile(r"(?<![\w-])[A-Z][a-z’'-]+ (?:[A-Z]\. )?[A-Z][A-Za-z’'-]+")
_WORDS = 90
_SHARED = 3
"""So many telling words of one action must stand in the other."""


def owner_pairs(placed: Iterable[tuple[str, Placed]]) -> Iterator[Found]:
    """The pairs among actions set down, each given with its area."""
    by_day: dict[tuple[str, str, str], list[Placed]] = defaultdict(list)
    for area, item in placed:
        if area and item.said_on and item.item.due and item.item.owner and _people(item):
            by_day[area, last_day(item.said_on), item.item.due].append(item)
    for items in by_day.values():
        for one, other in combinations(items, 2):
            if one.document_id != other.document_id and _same(one, other) and _others(one, other):
                first, second = sorted((one, other), key=lambda item: item.document_id)
                yield Found("owner", first.item.wording[:_WORDS], _place(first), _place(second))


def _place(item: Placed) -> tuple[str, tuple[int, int]]:
    return item.document_id, item.item.span


def _same(one: Placed, other: Placed) -> bool:
    mine, theirs = sorted((terms_of(one.item.wording), terms_of(other.item.wording)), key=len)
    return len(mine) >= _SHARED and mine <= theirs


def _others(one: Placed, other: Placed) -> bool:
    """Is nobody named in both? One surname in common is one person."""
    mine, theirs = _people(one), _people(other)
    return mine.isdisjoint(theirs)


def _people(item: Placed) -> frozenset[str]:
    """The surnames of the owners; none where a body is named, whose officers may be anybody."""
    words = item.item.owner_words
    if pattern("bodies").search(words):
        words = words.split(",")[0]
        if pattern("bodies").search(words):
            return frozenset()
    return frozenset(name.split()[-1].lower() for name in _PERSON.findall(words))
