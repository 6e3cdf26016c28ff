"""Achievement pairs: what one paper says was done, and a later one says has not been."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.actions.terms import Terms
from assistant.contradictions.periods import differ
from assistant.contradictions.told import Found, ToldClaim, in_order, subject_of, telling

_LIKE = 0.5
"""Likeness of the words beside the verb."""


def achievement_pairs(told: Sequence[ToldClaim], terms: Terms) -> Iterator[Found]:
    """The same verb of the same thing, affirmed in one paper and denied in a later one."""
    undone = [item for item in told if item.claim.kind == "undone"]
    for claim in (item for item in told if item.claim.kind == "done"):
        for other in undone:
            if _denies(other, claim, terms):
                first, second = in_order(claim, other)
                about = subject_of(claim.terms, other.terms, claim.claim.words)
                yield Found("status", about, first.place, second.place)


def _denies(undone: ToldClaim, done: ToldClaim, terms: Terms) -> bool:
    if undone.area != done.area or not done.area or undone.document_id == done.document_id:
        return False
    if undone.day < done.day or undone.noun != done.noun or differ(undone.period, done.period):
        return False
    one, other = done.terms - done.noun, undone.terms - undone.noun
    if len(telling(terms, one & other)) < 2:
        return False
    return terms.likeness(one, other) >= _LIKE and (one <= undone.around or other <= done.around)
