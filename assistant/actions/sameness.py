"""Sameness: how sure it is that two papers, or two places of one, set down the same action."""

from __future__ import annotations

import re

from assistant.actions.setdown import SetDown
from assistant.actions.sources import Sources
from assistant.actions.terms import Terms, terms_of
from assistant.actions.thread import Placed

_SAME = 0.8
"""Likeness from which two rows of different papers are the same action by their words alone."""
_SUPPORTED = 0.5
"""The same where they bear the same printed number, or where owner, day and source speak for it."""
_DECIDED = 0.5
"""Likeness from which two decisions not to act are one."""
_HELD = 0.6
"""The share of a row's words that a promise in a sentence must hold, with what stands around it."""
_BESIDE = 0.25
"""What an owner, a day and a source in common each count, to choose between several alike."""


def sameness(new: Placed, old: Placed, terms: Terms, sources: Sources) -> float:
    """How sure it is that two items are one action; 0 for not sure enough."""
    one, other = new.item, old.item
    if "decision" in (one.origin, other.origin):
        return _decided(one, other, terms)
    if new.document_id == old.document_id:
        same = is_told_again(one, other) or _same_paper(one, other, terms)
        return _likeness(one, other, terms) if same else 0.0
    alike = _likeness(one, other, terms)
    if alike < _SUPPORTED and bool(one.number) == bool(other.number):
        return 0.0
    owner, day = owners_alike(one, other), _same_day(one, other)
    source = new.document_id in sources.meant(other.source) or old.document_id in sources.meant(one.source)
    beside = _BESIDE * ((owner > 0) + day + source)
    if _numbered(one, other):
        return alike + 1.0 + beside if alike >= _SUPPORTED else 0.0
    supported = not _renumbered(one, other) and day and (owner > 0 or source)
    if alike >= (_SUPPORTED if supported else _SAME) and (owner >= 0 or (day and source)):
        return alike + beside
    if supported and _is_promise_of(one, other, terms):
        return _HELD + beside
    return 0.0


def is_told_again(one: SetDown, other: SetDown) -> bool:
    """Whether two rows of one paper tell of one action, each of its own day."""
    if not one.reports or not other.reports or owners_alike(one, other) < 0:
        return False
    return all(
        getattr(one, name).lower() == getattr(other, name).lower()
        for name in ("number", "wording", "asked_wording")
    ) and (one.due, one.source) == (other.due, other.source)


def owners_alike(one: SetDown, other: SetDown) -> int:
    """1 where two items have an owner in common, -1 where they have different ones, 0 where one has none."""
    first = terms_of(f"{one.owner_words} {one.who}")
    second = terms_of(f"{other.owner_words} {other.who}")
    if not first or not second:
        return 0
    return 1 if first & second else -1


def _decided(one: SetDown, other: SetDown, terms: Terms) -> float:
    """How alike two decisions not to act are, by their words or what they stand under."""
    if {one.origin, other.origin} != {"decision"}:
        return 0.0
    pairs = ((one.wording, other.wording), (one.wording, other.heading), (one.heading, other.wording))
    alike = max(terms.likeness(terms_of(first), terms_of(second)) for first, second in pairs)
    return alike if alike >= _DECIDED else 0.0


def _same_paper(one: SetDown, other: SetDown, terms: Terms) -> bool:
    """Whether a sentence and a row of the same minutes set the same action."""
    if one.due and other.due and not _same_day(one, other):
        return False
    shared = terms_of(one.wording) & terms_of(other.wording)
    return bool(shared) and _is_promise_of(one, other, terms)


def _is_promise_of(one: SetDown, other: SetDown, terms: Terms) -> bool:
    """Whether one is a sentence of minutes and the other a numbered row whose words stand in or round it."""
    prose, row = (one, other) if not one.number else (other, one)
    if bool(prose.number) or not row.number or prose.origin != "minutes":
        return False
    held = terms_of(f"{prose.wording} {prose.about} {prose.heading}")
    return terms.share(terms_of(row.wording), held) >= _HELD


def _same_day(one: SetDown, other: SetDown) -> bool:
    """Whether both are due on one day; a promise that names a month alone, in the month of the other's."""
    if not one.due or not other.due:
        return False
    precise = 7 if "month" in (one.due_kind, other.due_kind) else 10
    return one.due[:precise] == other.due[:precise]


def _numbered(one: SetDown, other: SetDown) -> bool:
    return bool(one.number) and one.number.lower() == other.number.lower()


def _renumbered(one: SetDown, other: SetDown) -> bool:
    """Whether two numbers of one manner of numbering differ, which one action's would not."""
    shapes = {re.sub(r"\d+", "9", item.number.lower()) for item in (one, other)}
    return len(shapes) == 1 and bool(one.number) and one.number.lower() != other.number.lower()


def _likeness(one: SetDown, other: SetDown, terms: Terms) -> float:
    return terms.likeness(terms_of(one.wording), terms_of(other.wording))
