"""SM5: by when."""

from __future__ import annotations

from assistant.check.rules.case import Case, Offence
from ingest.recommendations.recommendation import had_passed


def no_deadline(case: Case) -> Offence | None:
    """Rationale: without a day nobody looks, and nothing is ever late."""
    return Offence() if case.deadline is None else None


def soft_time(case: Case) -> Offence | None:
    """Rationale: "urgently" says how much it matters, not when it is late."""
    return _told_as("soft", case)


def past_on_publication(case: Case) -> Offence | None:
    """Rationale: a day that had gone when the document came out cannot be met."""
    deadline, context = case.deadline, case.reading.context
    if deadline is None or not had_passed(deadline, context):
        return None
    return Offence(deadline.span, {"date": str(deadline.date), "published": str(context.published)})


def recurring_without_start(case: Case) -> Offence | None:
    """Rationale: a frequency can be checked only once it has begun."""
    return _told_as("recurring", case)


def _told_as(kind: str, case: Case) -> Offence | None:
    deadline = case.deadline
    return Offence(deadline.span, {"word": deadline.text}) if deadline and deadline.type == kind else None
