"""Achievement pairs: what one paper says was done, or is so, and another says has not been, or is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.actions.terms import Terms
from assistant.contradictions.claim import STANDING
from assistant.contradictions.periods import differ
from assistant.contradictions.told import (
    Found,
    ToldClaim,
    disagree,
    in_order,
    of_one_thing,
    of_two_papers,
    telling,
)
from assistant.contradictions.words import pattern

_LIKE = 0.5
"""Likeness of the words beside the verb of what was done, or was not."""
_VERY_LIKE = 0.7
"""Likeness of all words of what is so, or is not."""
_WITHIN, _SOON = 366, 60
"""Days after which another finding tells of a change: a worse one, and a better one."""


def achievement_pairs(told: Sequence[ToldClaim], terms: Terms) -> Iterator[Found]:
    """The same verb of the same thing, affirmed in one paper and denied in a later one."""
    undone = [item for item in told if item.claim.kind == "undone"]
    for claim in (item for item in told if item.claim.kind == "done"):
        for other in undone:
            if _denies(other, claim, terms):
                yield disagree("status", claim, other)


def finding_pairs(told: Sequence[ToldClaim], terms: Terms) -> Iterator[Found]:
    """Sentences of two papers of about one time that are the same but for a "not"."""
    held: dict[tuple[str, str], list[ToldClaim]] = defaultdict(list)
    for claim in (item for item in told if item.claim.kind == "held" and item.area):
        for term in claim.terms:
            held[claim.area, term].append(claim)
    for other in (item for item in told if item.claim.kind == "not_held"):
        rarest = terms.needed_one_of(dict.fromkeys(other.terms, 1.0), _VERY_LIKE)
        near = {claim.place: claim for term in rarest for claim in held[other.area, term]}
        for claim in near.values():
            told_of = telling(terms, claim.terms & other.terms) if _of_one_time(claim, other) else ()
            if len(told_of) > 1 and terms.likeness(claim.terms, other.terms) >= _VERY_LIKE:
                yield disagree("judgement", claim, other)


def _of_one_time(claim: ToldClaim, denied: ToldClaim) -> bool:
    if claim.document_id == denied.document_id or differ(claim.period, denied.period):
        return False
    if not claim.day or not denied.day or pattern("changed").search(in_order(claim, denied)[1].claim.words):
        return False
    days = (date.fromisoformat(denied.day) - date.fromisoformat(claim.day)).days
    return -_SOON <= days <= _WITHIN


def _denies(undone: ToldClaim, done: ToldClaim, terms: Terms) -> bool:
    if not of_two_papers(undone, done) or undone.day < done.day:
        return False
    if undone.noun != done.noun or differ(undone.period, done.period):
        return False
    if done.claim.of == STANDING:
        return of_one_thing(done, undone, terms)
    one, other = done.terms - done.noun, undone.terms - undone.noun
    if len(telling(terms, one & other)) < 2:
        return False
    return terms.likeness(one, other) >= _LIKE and (one <= undone.around or other <= done.around)
