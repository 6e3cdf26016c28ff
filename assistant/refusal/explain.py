"""Explain: the reason given for a refusal that no rule has a reason of its own for."""

from __future__ import annotations

from assistant.asked.lost import named_share
from assistant.refusal.case import Case
from prompts import load_data

TOUCHED = 0.5
"""Documents with a sentence that holds so much of the weight of what is asked about are on that matter."""


def explain(case: Case) -> str:
    """An entry of `reasons` in `prompts/refusal.yaml`: what is missing, or how near the documents come."""
    rules, missing = load_data("refusal.yaml"), case.missing
    if missing and all(any(name not in item.missing for item in case.evidence) for name in missing):
        return "not_together"
    if any(name in (*case.question.years, *case.question.periods) for name in missing):
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
