"""Days told: the day on which papers say that something is or was (a launch, a deadline, a publication)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations

from assistant.actions.days import day_in
from assistant.actions.terms import Terms, kinds_of_report
from assistant.actions.terms import terms_of as terms_of_actions
from assistant.actions.vocabulary import pattern as said_of_actions
from assistant.contradictions.claim import Claim
from assistant.contradictions.told import Found, ToldClaim, covers, disagree, in_order, of_two_papers, telling
from assistant.contradictions.words import pattern
from ingest.document import Document
from ingest.phrases import alternatives
from ingest.recognition.days import MONTHS
from prompts.load import load_data

_MONTH = "|".join(f"{month[:3]}[a-z]*" for month in MONTHS)
_DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\.?(?:,?\s+20\d\d)?)\b"
_ON = r"\W+(?:(?:will\s+be\s+|is\s+|was\s+)?(?:on|for|from)\s+)?(?:the\s+)?(?:[A-Z][a-z]+day,?\s+)?"
_CLAUSE = re.compile(r"[;:.?!]\s|,\s(?!which\b|that\b|who\b)|\b(?:but|that|because|after|before|when)\s")
_HEAD = 1500
"""Characters at the beginning of a paper within which it says when it was published."""
_APART = 183
"""Days told of one thing lie no farther apart; else they are of two, such as the conferences of two years."""


def days_in(sentence: str, base: Claim) -> Iterator[Claim]:
    """What a sentence says to be on a day, the sort of event in `of`; or the days that it moves."""
    if not base.said_on:
        return
    if said_of_actions("moved", "moves").search(sentence):
        for day in re.finditer(_DAY, sentence, re.IGNORECASE):
            yield from _on_day("moved", day, sentence, base)
        return
    match = _events().search(sentence)
    if match:
        first = max((cut.end() for cut in _CLAUSE.finditer(sentence, 0, match.start())), default=0)
        subject = sentence[first : match.start()]
        event = next(name for name, words in match.groupdict().items() if words and name != "day")
        is_due = event != "due" or pattern("deadlines").search(subject) or " " in match["due"]
        if is_due and not pattern("recurring").search(subject):
            yield from _on_day(event, match, pattern("deadlines").sub(" ", subject), base)


def published_in(document: Document, said_on: str | None) -> Iterator[Claim]:
    """The day on which a paper itself says that it was published, told of its title."""
    match = re.compile(rf"(?m)(?:^\W*|[.;|–-]\s+)(?P<told>published{_ON}{_DAY})", re.IGNORECASE).search(
        document.text, 0, _HEAD
    )
    if match and said_on:
        yield from _on_day("published", match, document.title, Claim("day", match.span("told"), said_on, ""))


def day_pairs(told: Sequence[ToldClaim], terms: Terms) -> Iterator[Found]:
    """Two papers of an area that give one event two days, none of which any paper moved."""
    days = [item for item in told if item.claim.kind == "day" and item.area]
    moved = {(item.area, item.claim.since) for item in days if item.claim.of == "moved"}
    kept = [item for item in days if (item.area, item.claim.since) not in moved]
    for pair in combinations(kept, 2):
        one, other = in_order(*pair)
        if _differ(one, other) and _of_one_event(one, other, terms):
            yield disagree("date", one, other)


def _on_day(event: str, match: re.Match[str], subject: str, base: Claim) -> Iterator[Claim]:
    """The claim of an event on a day; without a year it is in the one that brings it nearest to its paper."""
    said = date.fromisoformat(f"{base.said_on}-01-01"[:10])
    words = match["day"] if re.search(r"20\d\d", match["day"]) else ""
    near = [f"{match['day']} {said.year + shift}" for shift in (-1, 0, 1)]
    days = [day for text in ([words] if words else near) if (day := day_in(text, None)) and len(day) == 10]
    if days:
        day = min(days, key=lambda day: abs(date.fromisoformat(day) - said))
        yield replace(base, kind="day", words=subject, of=event, since=day, until=day, own_period=True)


def _differ(one: ToldClaim, other: ToldClaim) -> bool:
    if not of_two_papers(one, other) or one.claim.of != other.claim.of:
        return False
    days = [date.fromisoformat(item.claim.since or "") for item in (one, other)]
    return 0 < abs((days[0] - days[1]).days) <= _APART


def _of_one_event(one: ToldClaim, other: ToldClaim, terms: Terms) -> bool:
    """Whether each says all that the other is about; of titles, but for words that any paper's may hold."""
    mine, theirs = _telling_words(one), _telling_words(other)
    if (_is_title(one) and _is_title(other)) or not telling(terms, mine & theirs):
        return False
    return covers(other.around, mine, terms) and covers(one.around, theirs, terms)


def _is_title(item: ToldClaim) -> bool:
    return item.claim.words == item.title


def _telling_words(item: ToldClaim) -> frozenset[str]:
    own = terms_of_actions(item.title) - kinds_of_report()
    return item.terms & own if _is_title(item) else item.terms


@cache
def _events() -> re.Pattern[str]:
    """A word for an event, by the sort that it is of, with the day that follows it."""
    sorts = load_data("contradictions/claims.yaml")["events"]
    sort = "|".join(f"(?P<{name}>{alternatives(words)})" for name, words in sorts.items())
    return re.compile(rf"\b(?:{sort}){_ON}{_DAY}", re.IGNORECASE)
