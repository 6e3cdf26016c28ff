"""Assess one recommendation: a pure function of its text and its context. No files, no model, no clock."""

from __future__ import annotations

from dataclasses import replace

from assistant.check import levels
from assistant.check.assessment import Criterion, SmartAssessment, is_smart
from assistant.check.reading import Reading
from assistant.check.rules.case import Case
from assistant.check.rules.registry import findings_of
from ingest.recommendations.context import Context
from ingest.recommendations.reads_as import reads_as_recommendation
from ingest.recommendations.recommendation import firmer


def assess(text: str, context: Context | None = None) -> SmartAssessment:
    """The five letters, owner, deadline, measure and findings of `text`, alone and with its context."""
    reading = Reading(text, context or Context())
    criteria = {
        "specific": levels.specific(reading),
        "measurable": levels.measurable(reading),
        "achievable": levels.achievable(reading),
        "relevant": levels.relevant(reading),
        "time_bound": levels.time_bound(reading.deadline, reading.context),
    }
    around = _with_context(criteria, reading)
    case = Case(reading, criteria, around)
    return SmartAssessment(
        text=text,
        is_recommendation=reads_as_recommendation(text),
        criteria=criteria,
        criteria_with_context=around,
        owner=reading.owner,
        context_owner=reading.context_owner,
        deadline=reading.deadline,
        context_deadline=reading.context_deadline,
        measure=levels.measure_of(reading, criteria["measurable"]),
        smart=is_smart(criteria),
        smart_with_context=is_smart(around),
        findings=findings_of(case),
    )


def _with_context(criteria: dict[str, Criterion], reading: Reading) -> dict[str, Criterion]:
    """The levels once the heading, the lead-in and the table's columns are read too."""
    around = dict(criteria)
    named = reading.context_deadline
    due = levels.time_bound(named, reading.context)
    own = criteria["time_bound"].level or 0
    if named and (firmer(reading.deadline, named) is named or (due.level or 0) > own):
        reason = f"{due.reason}, in the {named.source.replace('_', '-')}"
        around["time_bound"] = replace(due, span=None, reason=reason)
    measure = reading.context.measure.strip()
    if measure and (criteria["measurable"].level or 0) < 2:
        level = (
            2
            if any(character.isdigit() for character in measure)
            else max(1, criteria["measurable"].level or 0)
        )
        around["measurable"] = Criterion(level, None, f"a measure in the table: “{measure[:80]}”")
    return around
