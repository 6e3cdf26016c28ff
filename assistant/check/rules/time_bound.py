"""SM5: by when."""

from __future__ import annotations

from assistant.check.rules.case import Case, Offence


def no_deadline(case: Case) -> Offence | None:
    """Rationale: without a day nobody looks, and nothing is ever late."""
    return Offence() if case.deadline is None else None


def soft_time(case: Case) -> Offence | None:
    """Rationale: "urgently" says how much it matters, not when it is late."""
    deadline = case.deadline
    return Offence(deadline.span, {"word": deadline.text}) if deadline and deadline.type == "soft" else None


def past_on_publication(case: Case) -> Offence | None:
    """Rationale: a day that had gone when the document came out cannot be met. A file's age is no
    publication, and a plan that tells what became of its actions rightly holds days that have gone.
    """
    deadline, context = case.deadline, case.reading.context
    published = None if context.undated or context.followed_up else context.published
    if not (deadline and deadline.date and published and deadline.type == "date"):
        return None
    if deadline.date[: len(published)] >= published:
        return None
    return Offence(deadline.span, {"date": deadline.date, "published": published})


def recurring_without_start(case: Case) -> Offence | None:
    """Rationale: a frequency can be checked only once it has begun."""
    deadline = case.deadline
    return (
        Offence(deadline.span, {"word": deadline.text}) if deadline and deadline.type == "recurring" else None
    )
