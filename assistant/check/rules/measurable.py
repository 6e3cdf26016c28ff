"""SM2: how another person would know."""

from __future__ import annotations

from assistant.check.result_signs import examines
from assistant.check.rules.case import Case, Offence, quoting
from assistant.check.signs import indicator_named, means_asked
from ingest.recommendations.words import pattern


def nothing_to_check(case: Case) -> Offence | None:
    """Rationale: without something to look at, the action is closed on its owner's word."""
    return Offence() if case.with_context["measurable"].level == 0 else None


def activity_without_effect(case: Case) -> Offence | None:
    """Rationale: a strategy can be delivered and change nothing."""
    span = means_asked(case.reading)
    if case.with_context["measurable"].level != 1 or span is None or indicator_named(case.reading):
        return None
    start, end = case.reading.core
    looked_at = examines(case.reading) and pattern("measurable", "effects").search(
        case.reading.body, start, end
    )
    said_why = case.with_context["relevant"].level == 2
    return None if looked_at or said_why else quoting(case, span)
