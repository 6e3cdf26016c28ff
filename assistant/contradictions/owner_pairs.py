"""Owner pairs: the same action or thing, that papers of one time give to two people or set for two days.

Where one paper is the later, it tells of a hand-over or a new date.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain, combinations

from assistant.actions.terms import Terms, terms_of
from assistant.actions.thread import Placed
from assistant.actions.vocabulary import pattern as said
from assistant.contradictions.claim import Claim
from assistant.contradictions.told import Found, ToldClaim, apart, disagree, of_one_thing
from assistant.contradictions.words import any_of, pattern

_NAME = r"(?<![\w-])[A-Z][A-Za-z’'-]* (?:[A-Z][a-z]*\.? )?[A-Z][A-Za-z’'-]+"
_PERSON = re.compile(_NAME)
_WORDS = 90
_SHARED = 3
"""So many telling words of one action must stand in the other."""
_DAYS = 45
"""Within so many days minutes and a plan are of one time."""
_ONE_TIME = 92
"""Within so many days nothing is handed over without a word of it."""


def owner_pairs(placed: Iterable[tuple[str, Placed]]) -> Iterator[Found]:
    """The pairs among actions set down, each given with its area."""
    known = [(area, item) for area, item in placed if area and item.said_on and item.item.due]
    holding: dict[tuple[str, str, int], list[Placed]] = defaultdict(list)
    for area, item in known:
        for term in terms_of(item.item.wording):
            holding[area, term, _span(item)].append(item)
    for area, item in known:
        mine, at = terms_of(item.item.wording), _span(item)
        near = [holding.get((area, min(mine, default=""), at + by), []) for by in (-1, 0, 1)]
        for other in chain.from_iterable(near) if len(mine) >= _SHARED else ():
            if mine <= terms_of(other.item.wording) and _of_one_time(item, other):
                first, second = sorted((item, other), key=lambda one: (one.day, one.document_id))
                about = first.item.wording[:_WORDS]
                if item.item.due == other.item.due and _others(item, other):
                    yield Found("owner", about, first.place, second.place)
                elif _other_day(item, other):
                    yield Found("date", about, first.place, second.place)


def owners_in(sentence: str, base: Claim) -> Iterator[Claim]:
    """Whose a thing is by a sentence: its words without the name, which `of` holds."""
    for form in () if pattern("changed").search(sentence) else _forms():
        if (match := form.match(sentence)) and not pattern("bodies").search(match["name"]):
            yield replace(base, kind="owner", words=match["thing"], of=match["name"])
            return


def thing_pairs(told: Sequence[ToldClaim], terms: Terms) -> Iterator[Found]:
    """The same thing in two hands, by two papers of one time that tell of no change."""
    for one, other in combinations([item for item in told if item.claim.kind == "owner" and item.day], 2):
        if apart(one, other) > _ONE_TIME or not of_one_thing(one, other, terms):
            continue
        if _surnames(one.claim.of).isdisjoint(_surnames(other.claim.of)):
            yield disagree("owner", one, other)


def _span(item: Placed) -> int:
    """The number of its span of `_DAYS`: what is of its time stands in this one or in one beside it."""
    return date.fromisoformat(item.day).toordinal() // _DAYS


def _of_one_time(one: Placed, other: Placed) -> bool:
    """Whether two papers of one day, or of two kinds and one time, speak; a later tracker only goes on."""
    if one.document_id == other.document_id:
        return False
    days = abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)
    return days == 0 or (days <= _DAYS and one.item.origin != other.item.origin)


def _other_day(one: Placed, other: Placed) -> bool:
    """Whether both name a day, which neither moves, and which had not come when the later was written."""
    items = (one.item, other.item)
    moved = any(said("moved", "moves").search(f"{item.wording} {item.about}") for item in items)
    if moved or {item.due_kind for item in items} != {"date"} or items[0].due == items[1].due:
        return False
    return min(item.due or "" for item in items) >= max(one.day, other.day)


def _others(one: Placed, other: Placed) -> bool:
    """Is somebody named in each and nobody in both? One surname in common is one person."""
    mine, theirs = _people(one), _people(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _people(item: Placed) -> frozenset[str]:
    """The surnames of the owners; none where a body is named, whose officers may be anybody."""
    words = item.item.owner_words
    if pattern("bodies").search(words):
        words = words.split(",")[0]
        if pattern("bodies").search(words):
            return frozenset()
    return _surnames(words)


def _surnames(words: str) -> frozenset[str]:
    return frozenset(name.split()[-1].lower() for name in _PERSON.findall(words))


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """A thing "is owned by Ann Roe", "the lead for" it "is Ann Roe", or "Ann Roe leads on" it."""
    be, name = r"(?:is|are|was|were|remains?)\s+(?:(?:still|now)\s+)?", f"(?P<name>{_NAME})"
    thing = r"(?P<thing>[^.;:,]{4,80}?)"
    end = r"(?=[.;,(]|\s+(?:and|with|by|who|until)\b|$)"
    return (
        re.compile(rf"\W*{thing}\s+{be}(?i:{any_of('owned_by')})\s+{name}"),
        re.compile(rf"\W*(?:[Tt]he\s+)?(?i:{any_of('owners')})\s+(?:for|of|on)\s+{thing}\s+{be}{name}"),
        re.compile(rf"\W*{name}\s+(?:now\s+|still\s+)?(?i:{any_of('owns')})\s+{thing}{end}"),
    )
