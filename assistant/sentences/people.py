"""People: whom the initials in a sentence stand for, by its paper's own list of those present."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from assistant.asked.facts import fact_asked
from assistant.evidence import Evidence
from assistant.initials import initials_in, initials_within
from assistant.question import Question
from ingest.library import Library


def with_people(question: Question, evidence: Sequence[Evidence], library: Library) -> list[Evidence]:
    """The evidence with the names behind initials, where the question asks for somebody."""
    if fact_asked(question) not in ("holder", "person", "doer"):
        return list(evidence)

    @cache
    def listed(document_id: str) -> dict[str, str]:
        return initials_in(library.document(document_id))

    def named(item: Evidence) -> Evidence:
        shorts = initials_within(item.quote)
        known = listed(item.found.passage.document_id) if shorts else {}
        people = tuple((short, known[short]) for short in shorts if short in known)
        return replace(item, people=people) if people else item

    return [named(item) for item in evidence]


def told_in_full(item: Evidence) -> str:
    """What a statement says of its initials: "OB is Oona Brockhurst"; "" where it has none."""
    return ", ".join(f"{short} is {name}" for short, name in item.people)
