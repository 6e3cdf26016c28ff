"""Unmet: which names and years of a question a passage and its document do not hold."""

from __future__ import annotations

from assistant.found import Found
from assistant.question import Question
from assistant.understand import expansions
from assistant.words import stems
from ingest.library import DocumentRecord


def unmet(question: Question, found: Found, record: DocumentRecord) -> tuple[str, ...]:
    """The names and years of the question that neither the passage nor its document's particulars hold."""
    passage = found.passage
    about = (
        record.title,
        record.subject,
        record.organisation,
        record.published,
        record.period,
        record.source,
    )
    held = stems(" ".join(filter(None, (*about, passage.heading, passage.header, passage.text))))
    return tuple(name for name in (*question.names, *question.years) if not _held(name, held))


def _held(name: str, held: frozenset[str]) -> bool:
    """Do these stems hold the name, or another name of the same thing?"""
    others = (other for group in expansions(name) for other in group)
    return any(stems(form) <= held for form in (name, *others))
