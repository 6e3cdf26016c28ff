"""Order: the rules by which evidence is put in order beyond its scores, one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.evidence import Evidence
from assistant.ordering.by_fact import fact_first, graded_first
from assistant.ordering.by_newest import newest_paper_first, newest_report_first
from assistant.ordering.by_paper import labelled_first, papers_asked
from assistant.ordering.by_person import actor_alone, said_first, spoken_alone
from assistant.ordering.by_table import extreme_first, grades_together
from assistant.ordering.by_time import judged_first, of_time_first, told_first
from assistant.ordering.by_verdict import verdict_first
from assistant.question import Question

Rule = Callable[[Question, Sequence[Evidence]], list[Evidence]]
"""Moves some of the evidence to the front, or leaves out what cannot answer; leaves all as it was where the
question asks for nothing of the kind, or nothing near the best gives it. No rule leaves nothing."""

RULES: tuple[Rule, ...] = (
    graded_first,
    newest_paper_first,
    verdict_first,
    papers_asked,
    actor_alone,
    told_first,
    newest_report_first,
    spoken_alone,
    said_first,
    judged_first,
    fact_first,
    grades_together,
    extreme_first,
    labelled_first,
    of_time_first,
)
"""In the order in which they are applied, each to what those before it left: the last has the last word on
what stands first."""


def ordered(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence, best first, after every rule."""
    for rule in RULES:
        evidence = rule(question, evidence)
    return list(evidence)
