"""Lacking: the kind of fact, or the part of a question, that the best sentences do not give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.asked.facts import Fact, fact_asked
from assistant.asked.given import given
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.understanding.several import questions_in
from assistant.understanding.understand import asks_for_figure, counted, wanted
from prompts import load_data


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
    lacks = (part for part in parts if lacking(_of_part(question, part), evidence, looked_at))
    return (*filter(None, [whole]), *lacks)


def _of_part(question: Question, part: str) -> Question:
    """The part as a question; what it is asked of stands in the part before."""
    figure = asks_for_figure(part)
    return replace(question, text=part, wanted=wanted(part), counted=counted(part), figure=figure, things=())
