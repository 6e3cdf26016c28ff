"""Planned: does a question ask what came of something that papers know only as still to be done?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.evidence import Evidence
from assistant.question import Question
from assistant.refusal.lost import named_share
from prompts import load_data

HALF = 0.5
"""The share of the question from which a sentence speaks of what it asks about. On dev halves no sentence of
plans held so much of a question that the papers answer, and more of it than the other sentences."""


def only_planned(question: Question, first: Sequence[Evidence]) -> bool:
    """Are the first sentences that hold most of the question all about plans ("should interview fathers")?

    Only for questions of what was or came of it, and not for those that ask for the plans themselves.
    """
    lowered = question.text.lower()
    if question.requests or not _pattern("openings").match(lowered) or _pattern("plans").search(lowered):
        return False
    words = [term for term in question.terms if term not in question.named]
    shares = [(named_share(question, words, item), item) for item in first if not item.missing]
    most = max((share for share, _ in shares), default=0.0)
    return most >= HALF and all(_plans(item.quote) for share, item in shares if share == most)


def _plans(sentence: str) -> bool:
    return _pattern("signs").search(sentence.lower()) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = load_data("vocabulary/facts.yaml")["planned"][name]
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
