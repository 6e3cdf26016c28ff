"""Tallies: how many a plan says an action has reached, beside what prose says; such a count never falls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.actions.blocks import prose_of
from assistant.actions.days import dates_in, day_in, last_day
from assistant.actions.numbers import COUNT, SHARE, WORD, number
from assistant.actions.setdown import Account, Span
from assistant.actions.terms import Terms
from assistant.contradictions.claim import Claim
from assistant.contradictions.periods import period_in
from assistant.contradictions.told import Found, ToldClaim, covers, disagree, of_two_papers, telling
from assistant.contradictions.words import pattern
from ingest.document import Document
from ingest.sentences import sentences_within

_COUNT = re.compile(rf"{COUNT}(?:{WORD}\s+)?(?P<noun>{WORD}s)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE)
_ENOUGH = 0.6
"""The share of an action's words that a sentence must hold, and of a sentence's that the action must."""
_TELLING = 2
"""So many telling words besides what is counted must stand in both."""


def tallies_of(document: Document, account: Account) -> Iterator[Claim]:
    """The counts of a plan's progress cells, and of sentences that name no other time than "by" a day."""
    for item in account.set_down if account.said_on else ():
        done = next((report.completed for report in item.reports if report.completed), None)
        for report in item.reports if item.origin == "plan" else ():
            yield from _tally(report.words, report.span, item.wording, report.said_on, done, from_plan=True)
    for block, _ in prose_of(document) if account.said_on else ():
        for span in sentences_within(document.text, block.start, block.end):
            sentence = document.text[slice(*span)]
            yield from _tally(sentence, span, sentence, account.said_on, None, from_plan=False)


def tally_pairs(told: Sequence[ToldClaim], terms: Terms) -> Iterator[Found]:
    """A count of an action's progress, and a sentence elsewhere whose count of the same cannot go with it."""
    tallies = [item for item in told if item.claim.kind == "tally"]
    plans = [item for item in tallies if item.claim.from_table]
    for plan in plans:
        for other in tallies:
            if not other.claim.from_table and _same_thing(plan, other, terms) and _falls(plan, other):
                yield disagree("figure", plan, other)


def _tally(
    text: str, span: Span, words: str, said_on: str | None, done: str | None, *, from_plan: bool
) -> Iterator[Claim]:
    match = _COUNT.search(text)
    many = number(match["count"]) if match else None
    if not match or many is None or not said_on or SHARE.search(text) or pattern("expectations").search(text):
        return
    rough = any(pattern(key).search(text[: match.start()]) for key in ("comparators", "vague", "reported"))
    day = done or _day(text, said_on)
    if day and not rough:
        claim = Claim("tally", span, said_on, words, of=match["noun"], value=float(many))
        yield replace(claim, since=day, until=day, from_table=from_plan)


def _day(text: str, said_on: str) -> str | None:
    """The day up to which a text counts: the one after "by", else its paper's; None where it names a time."""
    for words in dates_in(text):
        day = day_in(words, said_on)
        if not day or not _BY.search(text[: text.index(words)]) or last_day(day) > last_day(said_on):
            return None
        return last_day(day)
    return None if period_in(text, None) else last_day(said_on)


def _same_thing(plan: ToldClaim, other: ToldClaim, terms: Terms) -> bool:
    if not of_two_papers(plan, other) or not plan.noun or plan.noun != other.noun:
        return False
    shared = telling(terms, plan.terms & other.terms) - plan.noun
    pairs = ((plan.terms, other.terms), (other.terms, plan.terms))
    return len(shared) >= _TELLING and all(covers(*pair, terms, _ENOUGH) for pair in pairs)


def _falls(one: ToldClaim, other: ToldClaim) -> bool:
    """Whether the later count is the lower, or two counts up to one day differ."""
    first, second = sorted((one.claim, other.claim), key=lambda claim: str(claim.until))
    if first.value is None or second.value is None:
        return False
    return second.value < first.value or (first.until == second.until and first.value != second.value)
