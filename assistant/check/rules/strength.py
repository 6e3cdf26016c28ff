"""SM7: would it change anything?"""

from __future__ import annotations

from assistant.check.rules.case import Case, Offence, quoting
from assistant.check.signs import noun_phrase_only
from ingest.recommendations.words import pattern

_NEAR = 60
"""Within how many characters of the verb a lever is the object of the act."""


def weak_lever(case: Case) -> Offence | None:
    """Rationale: training, reminders and policies rely on people remembering; they are the commonest
    remedy and the weakest.
    """
    reading = case.reading
    if noun_phrase_only(reading) or reading.ensures:
        return None
    start, end = reading.core
    weak = pattern("strength", "weak_acts").search(reading.body, start, min(end, start + _NEAR))
    if weak is None or pattern("strength", "strong_acts").search(reading.body):
        return None
    return quoting(case, weak.span())


def process_only(case: Case) -> Offence | None:
    """Rationale: a process can be changed without a difference to anyone."""
    process = pattern("strength", "processes").search(case.reading.body, *case.reading.core)
    if (
        process is None
        or case.mentions_children
        or case.formal_step
        or case.with_context["relevant"].level == 2
    ):
        return None
    return Offence(process.span(), {})
