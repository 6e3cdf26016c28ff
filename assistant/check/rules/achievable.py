"""SM3: is it within the owner's power, from the wording alone?"""

from __future__ import annotations

from assistant.check.levels import OUTSIDE
from assistant.check.rules.case import Case, Offence, quoting
from ingest.recommendations.words import pattern


def absolute(case: Case) -> Offence | None:
    """Rationale: one exception and it has failed, so it will be reported as done regardless."""
    match = pattern("achievable", "absolutes").search(case.reading.body, *case.reading.core)
    return quoting(case, match.span()) if match and case.criteria["achievable"].level != 2 else None


def outside_power(case: Case) -> Offence | None:
    """Rationale: what hangs on others or on money needs their agreement first."""
    criterion = case.criteria["achievable"]
    if criterion.span is None or criterion.level not in (0, 1) or criterion.reason.startswith("absolute"):
        return None
    if criterion.reason not in OUTSIDE:
        return None
    offence = quoting(case, criterion.span)
    return Offence(offence.span, {**offence.words, "reason": criterion.reason})
