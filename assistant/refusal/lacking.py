"""Lacking: what the best sentences do not give, and the reason told where no rule has its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.asked.facts import Fact, fact_asked
from assistant.asked.given import given
from assistant.asked.lost import named_share
from assistant.asked.today import untold_today
from assistant.evidence import FIRST, Evidence
from assistant.question import Question
from assistant.refusal.case import Case
from assistant.understanding.several import questions_in
from assistant.understanding.understand import asks_for_figure, counted, wanted
from prompts import load_data

TOUCHED = 0.5
"""Documents with a sentence that holds so much of the weight of what is asked about are on that matter."""


def lacking(question: Question, evidence: Sequence[Evidence], looked_at: Mapping[str, int]) -> Fact | None:
    """The kind of fact that is asked for, where none of the first so many sentences gives one.

    Where some of them meet all names and years asked for, those alone count.
    """
    fact = fact_asked(question)
    if fact is None:
        return None
    first = evidence[: looked_at[fact]]
    first = [item for item in first if not item.missing] or first
    return None if given(fact, question, first) else fact


def parts_missing(
    question: Question, evidence: Sequence[Evidence], looked_at: Mapping[str, int]
) -> tuple[str, ...]:
    """What is missing from an answer: a reason that is asked for, or a further part (", and by when?")."""
    whole = load_data("refusal.yaml")["partly"].get(lacking(question, evidence, looked_at))
    parts = (part.rstrip("?") for part in questions_in(question.text)[1:])
    today = untold_today(question, evidence[:FIRST])
    lacks = (part for part in parts if lacking(_of_part(question, part), evidence, looked_at))
    return (*filter(None, [whole, today and load_data("refusal.yaml")["today"]]), *lacks)


def _of_part(question: Question, part: str) -> Question:
    """The part as a question; what it is asked of stands in the part before."""
    figure = asks_for_figure(part)
    return replace(question, text=part, wanted=wanted(part), counted=counted(part), figure=figure, things=())


def explain(case: Case) -> str:
    """An entry of `reasons` in `prompts/refusal.yaml`: what is missing, or how near the documents come."""
    rules, missing = load_data("refusal.yaml"), case.missing
    if not set(missing).isdisjoint((*case.question.periods, *case.question.parts)):
        return "other_period"
    if missing and all(any(name not in item.missing for item in case.evidence) for name in missing):
        return "not_together"
    if any(name in case.question.years for name in missing):
        return "other_year"
    if missing:
        return "other_place"
    if case.question.things and _touched(case):
        return "fact_missing"
    if case.signals.dense < rules["topic"]:
        return "off_topic"
    return "fact_missing" if case.evidence[0].closeness >= rules["near"] else "nothing_near"


def _touched(case: Case) -> bool:
    """Is one of the best sentences on what is asked about?"""
    question = case.question
    return any(named_share(question, question.things, item) >= TOUCHED for item in case.closest)
