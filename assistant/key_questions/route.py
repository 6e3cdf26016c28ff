"""Route: a free question that means a key question, and its ledger as the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.answer import Answer, Gap, Outcome, Statement
from assistant.in_words import filled
from assistant.key_questions.framework import Framework, KeyQuestion
from assistant.key_questions.ledger import Claim, Ledger
from assistant.pack.wording import wording
from assistant.understanding.plain_filters import plain_period
from assistant.words import stems
from ingest.filters import Filters
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data

RULES = "evidence/routing.yaml"
ENOUGH = 0.6
"""A question means a key question where it has so much of one of its wordings, and no word of its own."""

LEAST = 2
"""A single word that says something means too much to mean a key question."""

SHOWN = 5
"""So many statements a side, silences and challenges are read in an answer; the ledger holds them all."""


@dataclass(frozen=True, slots=True)
class Routed:
    """The key question that is meant, and the period asked for ("" for the default)."""

    question: KeyQuestion
    period: str


def route(text: str, framework: Framework, records: Sequence[DocumentRecord] = ()) -> Routed | None:
    """The key question that a free question means, None where it asks anything else."""
    if re.match(load_data(RULES)["never"], " ".join(text.split()), re.IGNORECASE):
        return None
    rest, period = plain_period(text, records)
    asked = _content(rest)
    best = max(framework.questions, key=lambda one: _fit(asked, one), default=None)
    if len(asked) < LEAST or best is None or _fit(asked, best) < ENOUGH:
        return None
    known = frozenset().union(*(_content(wording) for wording in _wordings(best))) | _extra()
    return Routed(best, period) if asked <= known else None


def ledger_answer(text: str, library: Library, filters: Filters, as_of: str) -> Answer | None:
    """The ledger of the key question that a free question means, as an answer; None where it means none."""
    from assistant.key_questions.load_framework import DEFAULT, load_framework
    from assistant.key_questions.questions import ledgers

    routed = route(text, load_framework(DEFAULT), library.documents(filters))
    if routed is None:
        return None
    period = routed.period.replace("9999", as_of[:7]) or None
    named = (routed.question.id,)
    (ledger,) = ledgers(library, named, period=period, as_of=as_of, filters=filters)
    return answer_of(ledger, text)


def answer_of(ledger: Ledger, asked: str, most: int = SHOWN) -> Answer:
    """The ledger as an answer: the first `most` statements for, then against, silences and challenges.

    Each has the place of its own words alone. What the ledger holds besides is counted, with the command
    that shows it.
    """
    words = load_data(RULES)["answer"]
    for_, against = ledger.for_[:most], ledger.against[:most]
    statements = [*_said(for_, words["for"]), *_said(against, words["against"])]
    said = {number for one in statements for number in one.citations}
    challenges = [
        replace(one, citations=(tuple(sorted(said & {*one.citations})) or one.citations)[:1])
        for one in ledger.challenges[:most]
    ]
    outcome: Outcome = "answered" if statements else "not_found"
    if statements and ledger.verdict != "evidenced":
        outcome = "partly"
    used = said | {number for one in challenges for number in one.citations}
    numbers = {old: new for new, old in enumerate(sorted(used), 1)}
    verdict = f"{wording('verdicts')[ledger.verdict]}: {ledger.question} {ledger.reason}"
    left = len(ledger.for_) + len(ledger.against) - len(for_) - len(against)
    silent = len(ledger.silent) - most
    notes = [
        Gap(filled(words[name], count=count), f"scrutiny questions {ledger.id}", searched=False)
        for name, count in (("more", left), ("silent", silent))
        if count > 0
    ]
    return Answer(
        question=asked,
        outcome=outcome,
        verdict=verdict,
        statements=tuple(
            replace(one, citations=tuple(numbers[n] for n in one.citations)) for one in statements
        ),
        citations=tuple(replace(one, n=numbers[one.n]) for one in ledger.citations if one.n in used),
        gaps=(*ledger.silent[:most], *notes),
        challenges=tuple(
            replace(one, citations=tuple(numbers[n] for n in one.citations)) for one in challenges
        ),
        reason=ledger.reason if not statements else "",
        as_of=ledger.as_of,
        library_version=ledger.library_version,
    )


def _said(claims: Sequence[Claim], side: str) -> list[Statement]:
    """Each once: a row that answers two actions is one statement of an answer."""
    said = (Statement(f"{side}: “{claim.text}”", claim.citations[:1]) for claim in claims)
    return [*dict.fromkeys(said)]


def _fit(asked: frozenset[str], question: KeyQuestion) -> float:
    """How nearly the question's words are those of one of the wordings, 0 to 1 (Dice)."""
    shares = [0.0]
    for form in _wordings(question):
        words = _content(form)
        if words:
            shares.append(2 * len(asked & words) / (len(asked) + len(words)))
    return max(shares)


def _wordings(question: KeyQuestion) -> tuple[str, ...]:
    return (question.question, *question.asked_as)


@cache
def _content(text: str) -> frozenset[str]:
    """The stems that say what a question is about."""
    return stems(text.replace("front-line", "front line").replace("frontline", "front line")) - _left_out()


@cache
def _left_out() -> frozenset[str]:
    rules = load_data(RULES)
    common = stems(load_data("vocabulary/question-words.yaml")["leave_out"]) | stems(rules["leave_out"])
    return common - stems(rules["keep"])


@cache
def _extra() -> frozenset[str]:
    return stems(load_data(RULES)["also"])
