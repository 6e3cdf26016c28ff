"""Labelled: the line at a paper's head that names who wrote it, reviewed it or came ("Present: …")."""

from __future__ import annotations

import re
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
