"""Unmet: which names and years of a question a sentence, its passage and its document do not hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.question import Question
from assistant.understand import expansions
from assistant.words import stem, stems
from ingest.library import DocumentRecord
from ingest.passage import Passage

_WORD = re.compile(r"[^\W_]+")


def unmet(question: Question, sentence: str, passage: Passage, record: DocumentRecord) -> tuple[str, ...]:
    """The names and years of the question that neither the sentence nor what stands round it holds.

    A name may stand anywhere in the passage. A year has to be the document's own, or stand in the sentence or
    its headings: another sentence's year says nothing of this one.
    """
    about = _joined([record.title, record.subject, record.organisation, record.source, passage.text])
    dated = _joined([record.title, record.published, record.period, record.source, sentence])
    near = _joined([passage.heading, passage.header])
    words = _in_order(f"{about} {near}")
    places = stems(" ".join(question.subjects))
    names = tuple(name for name in question.names if not _held(name, words, places))
    return (*names, *(year for year in question.years if year not in f"{dated} {near}"))


def _joined(parts: Sequence[str | None]) -> str:
    return " ".join(filter(None, parts))


def _held(name: str, words: str, places: frozenset[str]) -> bool:
    """Do these words hold the name, or another name of the same thing?

    "Safer London" is no "safer care in London"; but the place of "Harrow MASH" may stand elsewhere.
    """
    others = (other for group in expansions(name) for other in group)
    for form in map(_in_order, (name, *others)):
        own = " ".join(word for word in form.split() if word not in places)
        if all(f" {word} " in words for word in (*form.split(), own) if word):
            return True
    return False


@lru_cache(maxsize=1024)
def _in_order(text: str) -> str:
    """The stems of a text in their order, with a space on either side of each."""
    return f" {' '.join(map(stem, _WORD.findall(text.lower())))} "
