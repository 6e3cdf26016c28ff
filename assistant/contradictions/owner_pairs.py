"""Owner pairs: the same action, which two papers of one time give to different people, or set for different days.

Where one paper is the later, or says so, it tells of a hand-over or a move.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from assistant.actions.days import last_day
from assistant.actions.terms import terms_of
from assistant.actions.thread import Placed
from assistant.actions.vocabulary import pattern as said_of_actions
from assistant.contradictions.told import Found
from assistant.contradictions.words import pattern

_PERSON = re.compile(r"(?<![\w-])[A-Z][a-z’'-]+ (?:[A-Z]\. )?[A-Z][A-Za-z’'-]+")
_WORDS = 90
_SHARED = 3
"""So many telling words of one action must stand in the other."""
_DAYS = 45
"""Within so many days an action is not taken to have gone to somebody else without a word of it."""


def owner_pairs(placed: Iterable[tuple[str, Placed]]) -> Iterator[Found]:
    """The pairs among actions set down, each given with its area."""
    by_words: dict[tuple[str, frozenset[str]], list[Placed]] = defaultdict(list)
    for area, item in placed:
        if area and item.said_on and item.item.due and item.item.due_kind == "date":
            by_words[area, _rarest(item)].append(item)
    for items in by_words.values():
        for one, other in combinations(sorted(items, key=_order), 2):
            if one.document_id != other.document_id and _near(one, other) and _same(one, other):
                found = Found("owner", one.item.wording[:_WORDS], _place(one), _place(other))
                if one.item.due == other.item.due and _others(one, other):
                    yield found
