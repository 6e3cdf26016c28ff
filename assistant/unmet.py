"""Unmet: which names and years of a question a sentence, its passage and its document do not hold."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.question import Question
from assistant.understand import expansions
from assistant.words import stems
from ingest.library import DocumentRecord
from ingest.passage import Passage


def unmet(question: Question, sentence: str, passage: Passage, record: DocumentRecord) -> tuple[str, ...]:
    """The names and years of the question that neither the sentence nor what stands round it holds.

    A name may stand anywhere in the passage. A year has to be the document's own, or stand in the sentence or
    its headings: another sentence's year says nothing of this one.
    """
    about = _joined([record.title, record.subject, record.organisation, record.source, passage.text])
    dated = _joined([record.title, record.published, record.period, record.source, sentence])
    near = _joined([passage.heading, passage.header])
    held = stems(f"{about} {near}")
    names = tuple(name for name in question.names if not _held(name, held))
    return (*names, *(year for year in question.years if year not in f"{dated} {near}"))


def _joined(parts: Sequence[str | None]) -> str:
    return " ".join(filter(None, parts))


def _held(name: str, held: frozenset[str]) -> bool:
    """Do these stems hold the name, or another name of the same thing?"""
    others = (other for group in expansions(name) for other in group)
    return any(stems(form) <= held for form in (name, *others))
