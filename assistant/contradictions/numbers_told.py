"""Numbers told: how many of something papers count, and when, and on how many cases an audit rests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from assistant.actions.numbers import WORD
from assistant.actions.terms import Terms
from assistant.contradictions.claim import Claim
from assistant.contradictions.periods import Period, same
from assistant.contradictions.retold import names_audit
from assistant.contradictions.told import (
    Found,
    ToldClaim,
    apart,
    covers,
    in_order,
    of_one_thing,
    of_two_papers,
    subject_of,
    telling,
)
from assistant.contradictions.words import any_of, pattern, terms_of

_COUNT = re.compile(
    r"(?<![\w.,£/–-])(?P<count>\d{1,3}(?:,\d{3})+|\d{2,})\s+"
    rf"(?P<noun>(?:{WORD}\s+){{0,2}}?(?:{WORD}s|children|people))\b"
)
"""A count in digits, from ten on: what is told of a few is told of a part."""
_NONE = re.compile(
    rf"\bno\s+(?P<noun>(?:{WORD}\s+){{0,2}}?(?:{WORD}s|children|people))\s+(?:were|have been|had been)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:()]|,(?!\d)|\bof (?:whom|which)\b|\band\b(?=\s+\d)")
_PART = re.compile(
    r"\b(?:of|in|from|than|these|those|(?:increas|decreas|reduc|ris|ros|rais|gr[eo]w|fall|fell|cut|up|down)\w*\s+by)\s+$"
)
_END = re.compile(r"\bend of (?:the )?(?:quarter|year|period|month)\b", re.IGNORECASE)
_ONE_AUDIT = 183
"""Within so many days papers that are none of its own speak of one audit of a subject."""
_SAME = 0.7
"""The weighted share of the words by which they do."""
_SHARED = 2
"""So many words must stand in both, the noun among them."""


def numbers_in(sentence: str, base: Claim) -> Iterator[Claim]:
    """The counts of a sentence, later ones with all words before, and that there were none; no parts, nothing
    rough or another's.
    """
    for match in _COUNT.finditer(sentence) if base.since and base.until else ():
        yield from _number(sentence, match, base)
    if (none := _NONE.search(sentence)) and base.since and base.until:
        yield replace(base, kind="number", value=0.0, words=sentence[none.start("noun") :], of=none["noun"])


def _number(sentence: str, match: re.Match[str], base: Claim) -> Iterator[Claim]:
    first = max((cut.end() for cut in _CLAUSE.finditer(sentence, 0, match.start())), default=0)
    last = next((cut.start() for cut in _CLAUSE.finditer(sentence, match.end())), len(sentence))
    before = sentence[first : match.start()]
    rough = any(pattern(key).search(before[-60:]) for key in ("comparators", "vague", "reported"))
    value = float(match["count"].replace(",", ""))
    is_year = 1990 <= value <= 2100 and "," not in match["count"]
    if rough or is_year or _PART.search(before) or re.match(r"\s+(?:out )?of\b", sentence[match.end() :]):
        return
    start = 0 if _COUNT.search(sentence, 0, first) else first
    yield replace(base, kind="number", value=value, words=sentence[start:last].strip(), of=match["noun"])


def sample_in(sentence: str, base: Claim, *, own: bool) -> Iterator[Claim]:
    """On how many cases an audit rests that the sentence speaks of; in its `own` report "we" read them."""
    match = _sample(own).search(sentence)
    if match and not pattern("expectations").search(
        sentence, 0, match.start() if base.since else len(sentence)
    ):
        about, words = f"{base.about} {sentence}", sentence[: match.start("reads")]
        yield replace(base, kind="sample", value=float(match["count"]), about=about, words=words)


@cache
def _sample(own: bool) -> re.Pattern[str]:
    we = rf"|we (?:{any_of('reads')})" if own else ""
    return re.compile(
        rf"\b(?:{any_of('audits')}{we})\b[^.;,]{{0,30}}?\b(?P<reads>of|{any_of('reads')}) "
        rf"(?P<count>\d+) (?:{any_of('cases')})\b",
        re.IGNORECASE,
    )


def number_pairs(told: Sequence[ToldClaim], terms: Terms) -> Iterator[Found]:
    """Two papers of an area that count the same thing of the same time and come to different numbers."""
    prose = [item for item in told if item.claim.kind == "number"]
    tables = [item for item in told if item.claim.kind == "count" and item.claim.from_table]
    for at, one in enumerate(prose):
        for other in (*prose[at + 1 :], *tables):
            if _differ(one, other) and _of_one_thing(one, other, terms):
                yield _found(one, other)


def sample_pairs(told: Sequence[ToldClaim], terms: Terms) -> Iterator[Found]:
    """What an audit's own report and another paper say of the number of cases it read."""
    samples = [item for item in told if item.claim.kind == "sample"]
    own = {item.document_id: item for item in reversed(samples) if item.kind_of_paper == "audit"}
    for one in own.values():
        for other in samples:
            if _differ(one, other) and names_audit(one, other, terms):
                yield _found(other, one)
    others = [item for item in samples if item.kind_of_paper != "audit" and item.day]
    for one, other in combinations(others, 2):
        if _differ(one, other) and apart(one, other) <= _ONE_AUDIT and of_one_thing(one, other, terms, _SAME):
            yield _found(one, other)


def _found(one: ToldClaim, other: ToldClaim) -> Found:
    """The two in order, told of in the words of the first given."""
    first, second = in_order(one, other)
    about, noun = subject_of(one.terms, other.around | terms_of(other.title), one.claim.words), one.claim.of
    about = about if noun in about else f"{noun}, {about}"
    return Found("figure", about, first.place, second.place)


def _differ(one: ToldClaim, other: ToldClaim) -> bool:
    if not of_two_papers(one, other):
        return False
    undated = "sample" in (one.claim.kind, other.claim.kind) and not (one.period and other.period)
    return one.claim.value != other.claim.value and (undated or same(_at(one), _at(other)))


def _of_one_thing(one: ToldClaim, other: ToldClaim, terms: Terms) -> bool:
    if not other.claim.from_table and _head(one) != _head(other):
        return False
    if (len(one.terms & other.terms) < _SHARED and one.terms != other.terms) or not telling(
        terms, one.terms & other.terms
    ):
        return False
    return covers(other.around, one.terms, terms) and covers(one.around, other.terms, terms)


def _head(item: ToldClaim) -> frozenset[str]:
    """What is counted."""
    return terms_of(item.claim.of.split()[-1])


def _at(item: ToldClaim) -> Period | None:
    """The period; its last day alone where the words say so: "(end of quarter)"."""
    period = item.period
    return (period[1], period[1]) if period and _END.search(item.claim.words) else period
