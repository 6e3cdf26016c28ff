"""Labelled: the line at a paper's head that names who wrote it, reviewed it or came ("Present: …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.evidence import Evidence
from assistant.question import Question
from assistant.words import stems
from prompts import load_data


def names_by_label(question: Question, item: Evidence) -> bool:
    """Is it such a line, for what is asked ("Who attended …?"), at the head of the paper that is named?"""
    lowered, passage = question.text.lower(), item.found.passage
    for asks, label, papers in _labels():
        named = stems(lowered) & papers
        if not item.missing and named and asks.match(lowered) and label.match(item.quote):
            head = papers | stems(f"{passage.heading} {passage.text}")
            return all(stems(thing) <= head for thing in question.things)
    return False


def labelled_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence, first such a line of the paper that the best sentence is of; then all others of it go."""
    paper = evidence[0].found.passage.document_id if evidence else ""
    here = (item for item in evidence if item.found.passage.document_id == paper)
    return [item for item in here if names_by_label(question, item)] or list(evidence)


@cache
def _labels() -> tuple[tuple[re.Pattern[str], re.Pattern[str], frozenset[str]], ...]:
    """How each question opens, the labels that answer it, and the stems of what it has to be asked of."""
    return tuple(
        (
            re.compile(rf"(?:{'|'.join(line['asks'])})\b"),
            re.compile(rf"\W*(?:{'|'.join(line['labels'])})\s*[:–—|]\s*\w", re.IGNORECASE),
            stems(" ".join(line["of"])),
        )
        for line in load_data("vocabulary/front-matter.yaml")["labels"]
    )
