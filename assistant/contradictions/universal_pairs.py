"""Universal pairs: "every team" beside "9 of 31 teams", "no outstanding actions" beside "four remain"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.actions.terms import Terms
from assistant.contradictions.contradiction import Disagreement
from assistant.contradictions.periods import differ
from assistant.contradictions.told import (
    Found,
    ToldClaim,
    apart,
    covers,
    disagree,
    of_two_papers,
    telling,
)
from assistant.contradictions.words import pattern, terms_of

_SHARED = 0.4
"""The weighted share of a universal claim's words, beside its noun, that the count against it must hold."""
_SAME_NOUN = 0.25
"""The same where the noun is told by more than one word ("front-line team") and all of it stands there."""
_EXCEPTION = 0.2
"""The same for an exception in the same paper, whose exception must be about one of these words."""
_ROUGH = 0.6
"""The same where the claim is a word for a share, and of the words of the share in the claim."""
_ONE_TIME = 183
"""Within so many days two papers speak of one time."""
_SINGLE_VOICE = frozenset({"inspection", "review"})
"""Kinds of paper in which one author weighs both sides: what they say of all and of some agrees."""


def universal_pairs(told: Sequence[ToldClaim], terms: Terms) -> Iterator[Found]:
    """Claims of all of something with the counts and exceptions against them."""
    shares = _by_word([item for item in told if item.claim.kind == "share"])
    exceptions = _by_word([item for item in told if item.claim.kind == "exception"])
    for claim in (item for item in told if item.claim.kind in ("all", "few")):
        rough = claim.claim.value is not None
        word = claim.area, min(_head(claim), default="")
        against = [share for share in shares[word] if _counted_against(claim, share, terms)]
        against += [item for item in exceptions[word] if not rough and _excepted(claim, item, terms)]
        if against:
            yield _found("judgement", claim, against)


def nil_pairs(told: Sequence[ToldClaim], terms: Terms) -> Iterator[Found]:
    """Claims that nothing is left of a backlog with later counts of it; one a subject, the latest claim."""
    counts = [item for item in told if item.claim.kind == "count" and item.claim.value]
    counts = [item for item in counts if pattern("piles").search(item.claim.words)]
    latest: dict[tuple[str, frozenset[str]], tuple[ToldClaim, list[ToldClaim]]] = {}
    for claim in (item for item in told if item.claim.kind == "nil"):
        against = [count for count in counts if _still_there(claim, count, terms)]
        if against:
            key = claim.area, against[0].noun
            known = latest.get(key)
            if known is None or (known[0].day, known[0].place) < (claim.day, claim.place):
                latest[key] = claim, against
    for claim, against in latest.values():
        yield _found("status", claim, against)


def _by_word(told: Sequence[ToldClaim]) -> dict[tuple[str, str], list[ToldClaim]]:
    """The claims of each area that hold a word: only they can be of what is named by it."""
    held: dict[tuple[str, str], list[ToldClaim]] = defaultdict(list)
    for item in told:
        for word in item.terms:
            held[item.area, word].append(item)
    return held


def _head(claim: ToldClaim) -> frozenset[str]:
    """What a claim speaks of all of, in one word."""
    return terms_of((claim.claim.of.split() or [""])[-1])


def _found(kind: Disagreement, claim: ToldClaim, against: list[ToldClaim]) -> Found:
    """The claim with the first statement against it, other than a table's where there is one in words."""
    first, *others = sorted(against, key=lambda item: (item.claim.from_table, item.day, item.place))
    return replace(disagree(kind, claim, first), also=tuple(item.place for item in others))


def _counted_against(claim: ToldClaim, share: ToldClaim, terms: Terms) -> bool:
    rough = claim.claim.value is not None
    outside = _outside(claim, share)
    comparable = (
        _of_its_time(claim, share) if rough else bool(share.claim.whole) and _comparable(claim, share)
    )
    if not outside or not comparable or not claim.noun:
        return False
    head = _head(claim)
    if not head or not head <= share.terms:
        return False
    rest = claim.terms - claim.noun
    shared = rest & share.around
    if not telling(terms, shared & share.terms):
        return False
    if rough:
        return covers(share.around, rest, terms, _ROUGH) and covers(claim.around, share.terms, terms, _ROUGH)
    needed = _SAME_NOUN if len(claim.noun) > 1 and claim.noun <= share.terms else _SHARED
    return covers(shared, rest, terms, needed)


def _outside(claim: ToldClaim, share: ToldClaim) -> bool:
    """Whether a share is less than "all" or "nearly all" say, or more than "few"."""
    per_cent, bound = share.claim.value or 0.0, claim.claim.value
    return per_cent > (bound or 0) if claim.claim.kind == "few" else per_cent < (bound or 100)


def _of_its_time(claim: ToldClaim, share: ToldClaim) -> bool:
    """Whether a share is of the time of which a word for one tells, or its paper of about that day."""
    if not of_two_papers(claim, share):
        return False
    period, of_share = claim.period, share.period or (share.day, share.day)
    within = period is not None and period[0] <= of_share[0] and of_share[1] <= period[1]
    near = bool(claim.day and share.day) and apart(claim, share) <= _ONE_TIME
    return within or (near and not differ(period, share.period))


def _excepted(claim: ToldClaim, exception: ToldClaim, terms: Terms) -> bool:
    """Whether an exception in the same paper, or in one soon after, is to this claim: its noun, and the thing
    denied of it.
    """
    same = claim.document_id == exception.document_id
    if claim.kind_of_paper in _SINGLE_VOICE or not (same or _soon_after(claim, exception)):
        return False
    if claim.place == exception.place or differ(claim.period, exception.period):
        return False
    words = exception.claim.words
    at = pattern("exceptions").search(words)
    head = _head(claim)
    if at is None or not head or not head <= terms_of(words[: at.start()]):
        return False
    rest = claim.terms - claim.noun
    denied = rest & terms_of(words[at.end() : at.end() + 60])
    if not telling(terms, denied):
        return False
    return covers(exception.terms, rest, terms, _EXCEPTION if same else _ROUGH)


def _soon_after(claim: ToldClaim, other: ToldClaim) -> bool:
    later = bool(claim.day and other.day) and claim.day <= other.day and of_two_papers(claim, other)
    return later and apart(claim, other) <= _ONE_TIME


def _comparable(claim: ToldClaim, other: ToldClaim) -> bool:
    """Whether a count can speak against a claim: of the same area and time, and not older than the claim."""
    if claim.area != other.area or not claim.area or claim.place == other.place:
        return False
    if claim.document_id == other.document_id and claim.kind_of_paper in _SINGLE_VOICE:
        return False
    return other.day >= claim.day and not differ(claim.period, other.period)


def _still_there(claim: ToldClaim, count: ToldClaim, terms: Terms) -> bool:
    """Whether a later count is of what the claim says is gone."""
    if claim.area != count.area or not claim.area or count.day < claim.day or claim.place == count.place:
        return False
    noun = (terms_of(count.claim.of) if count.claim.of else count.terms) & claim.terms
    shared = telling(terms, claim.around & count.terms)
    return bool(noun) and len(shared) >= (1 if telling(terms, noun) else 2)
