"""Figure pairs: two figures of the same measure and the same period that cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from assistant.actions.terms import Terms
from assistant.contradictions.periods import differ, is_part_of_year, same
from assistant.contradictions.retold import retells
from assistant.contradictions.told import Found, ToldClaim, covers, disagree, in_order, telling

_ROUNDING = 1.0
"""Percentage points that rounding explains."""
_LEAST_WHOLE = 10
"""From here the same whole tells that two shares are of the same group."""
_LIKE = 0.4
"""Likeness of the words where the whole is the same too."""
_VERY_LIKE = 0.6
"""Likeness of the words where only the period is."""
_MOST_WORDS = 0.75
"""The weighted share of one's telling words that the other must hold where the whole is the same."""
_MOST = 60
"""A term in more claims than this leads no comparison: it tells nothing."""


def figure_pairs(told: Sequence[ToldClaim], terms: Terms) -> Iterator[Found]:
    """The pairs of figures of one area that disagree."""
    figures = [
        item for item in told if item.claim.kind in ("share", "count") and item.claim.value is not None
    ]
    for one, other in _near(figures, terms):
        if _disagree(one, other, terms):
            yield disagree("figure", *in_order(one, other))


def _near(figures: Sequence[ToldClaim], terms: Terms) -> Iterator[tuple[ToldClaim, ToldClaim]]:
    """The pairs of different places that share a telling word."""
    by_term: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, item in enumerate(figures):
        for term in telling(terms, item.terms):
            by_term[item.area, term].append(at)
    pairs = {pair for places in by_term.values() if len(places) <= _MOST for pair in combinations(places, 2)}
    for one, other in sorted(pairs):
        if figures[one].place != figures[other].place:
            yield figures[one], figures[other]


def _disagree(one: ToldClaim, other: ToldClaim, terms: Terms) -> bool:
    first, second = one.claim, other.claim
    retold = retells(one, other, terms) or retells(other, one, terms)
    if first.kind != second.kind or (differ(one.period, other.period) and not retold):
        return False
    if first.kind == "count" and not (first.from_table and second.from_table):
        return False
    same_whole = first.whole is not None and first.whole == second.whole and first.whole >= _LEAST_WHOLE
    if first.whole and second.whole and not same_whole:
        return False
    known = retold or (first.own_period and second.own_period and same(one.period, other.period))
    if not known and bool(one.period) != bool(other.period) and _is_of_a_series(one, other):
        return False
    if not known and (_are_editions(one, other) or not (same_whole and one.document_id != other.document_id)):
        return False
    if not _far_apart(one, other):
        return False
    like = terms.likeness(one.terms, other.terms)
    share = _MOST_WORDS if same_whole else 1.0
    pairs = ((one, other), (other, one))
    within = any(covers(held.around, telling(terms, item.terms), terms, share) for item, held in pairs)
    return within and like >= (_LIKE if same_whole and known else _VERY_LIKE)


def _are_editions(one: ToldClaim, other: ToldClaim) -> bool:
    """Whether rows of two editions of one plan tell them: the later goes on from the earlier."""
    in_cells = one.claim.in_cell and other.claim.in_cell
    return in_cells and one.title == other.title and one.day != other.day


def _is_of_a_series(one: ToldClaim, other: ToldClaim) -> bool:
    """Whether one is of a part of a year, such as a quarter: what names no time may be of another part."""
    return is_part_of_year(one.period) or is_part_of_year(other.period)


def _far_apart(one: ToldClaim, other: ToldClaim) -> bool:
    """Whether the values differ by more than rounding."""
    first, second = one.claim, other.claim
    if first.part is not None and second.part is not None and first.whole == second.whole:
        return first.part != second.part
    if first.value is None or second.value is None:
        return False
    return abs(first.value - second.value) > (_ROUNDING if first.kind == "share" else 0)
