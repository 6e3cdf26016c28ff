"""ToldClaim: a claim with the document it stands in, ready to be compared; and a found disagreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.actions.days import last_day
from assistant.actions.setdown import Place
from assistant.actions.terms import Terms
from assistant.contradictions.claim import Claim
from assistant.contradictions.contradiction import Disagreement
from assistant.contradictions.periods import Period
from assistant.contradictions.words import terms_of

_ALL = 0.8
"""The weighted share of the words of a thing by which it is the same."""


@dataclass(frozen=True)
class ToldClaim:
    """A claim of a document of an area; `kind_of_paper` is the document's kind, `title` its title."""

    document_id: str
    area: str
    kind_of_paper: str
    title: str
    claim: Claim

    @cached_property
    def terms(self) -> frozenset[str]:
        """What the claim's own words say it is about."""
        return terms_of(self.claim.words)

    @cached_property
    def around(self) -> frozenset[str]:
        """What its words and those around it say."""
        return self.terms | terms_of(self.claim.about)

    @cached_property
    def noun(self) -> frozenset[str]:
        """The noun that the claim counts or speaks of all of."""
        return terms_of(self.claim.of)

    @property
    def period(self) -> Period | None:
        """The days that it is about, as far as its words or its paper tell."""
        claim = self.claim
        return (claim.since, claim.until) if claim.since and claim.until else None

    @cached_property
    def day(self) -> str:
        """The last day of its paper's date, "" where unknown."""
        return last_day(self.claim.said_on)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.document_id, self.claim.span


@dataclass(frozen=True, slots=True)
class Found:
    """Two places that disagree, earlier first, what both speak of, and other places of the second side."""

    kind: Disagreement
    about: str
    first: Place
    second: Place
    also: tuple[Place, ...] = ()


def subject_of(one: frozenset[str], other: frozenset[str], words: str) -> str:
    """The words of a claim that both claims share, in their order: what they disagree about."""
    shared = one & other
    kept = [word for word in words.split() if terms_of(word) & shared]
    return " ".join(dict.fromkeys(word.strip(".,;:()‘’“”").lower() for word in kept)) or words


def in_order(one: ToldClaim, other: ToldClaim) -> tuple[ToldClaim, ToldClaim]:
    """The two claims, the earlier paper's first; in one paper by place."""
    first, second = sorted((one, other), key=lambda told: (told.day, told.document_id, told.claim.span))
    return first, second


def disagree(kind: Disagreement, one: ToldClaim, other: ToldClaim) -> Found:
    """The disagreement of two claims, told of in the words of the first that the other shares."""
    about = subject_of(one.terms, other.around, one.claim.words)
    first, second = in_order(one, other)
    return Found(kind, about, first.place, second.place)


def of_two_papers(one: ToldClaim, other: ToldClaim) -> bool:
    """Whether two papers of one area tell them."""
    return bool(one.area) and one.area == other.area and one.document_id != other.document_id


def apart(one: ToldClaim, other: ToldClaim) -> int:
    """How many days lie between two papers."""
    days = [date.fromisoformat(item.day) for item in (one, other)]
    return abs((days[0] - days[1]).days)


def of_one_thing(one: ToldClaim, other: ToldClaim, terms: Terms, share: float = _ALL) -> bool:
    """Whether two papers of an area speak of one thing: each says nearly all that the other is about."""
    if not of_two_papers(one, other) or not telling(terms, one.terms & other.terms):
        return False
    return covers(other.terms, one.terms, terms, share) and covers(one.terms, other.terms, terms, share)


def telling(terms: Terms, words: Sequence[str] | frozenset[str]) -> frozenset[str]:
    """The terms among these that are rare enough to tell one subject from another."""
    return frozenset(word for word in words if terms.is_telling(word))


def covers(held: frozenset[str], wanted: frozenset[str], terms: Terms, share: float = 0.7) -> bool:
    """Whether the terms held have at least this weighted share of those wanted."""
    return terms.share(wanted, held) >= share
