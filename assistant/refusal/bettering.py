"""Bettering: does a question ask whether something has got better or worse, and which sentences judge it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.evidence import Evidence
from assistant.leaning import leans
from assistant.question import Question
from prompts import load_data

LOOKED_AT, NEAR = 16, 0.85
"""A judgement goes first where it is one of so many of the best, and so nearly as close as the closest."""


def asks_whether_better(text: str) -> bool:
    """Does the text ask which way something has gone: "Has Harrow improved?", "Did it get worse?"?"""
    return _pattern("asks").match(text.lower().strip()) is not None


def judged_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence; where such a thing is asked, first what judges it against before, the newest paper first.

    A sentence that leans on another ("This has improved …") judges one matter of many, and goes after others.
    """
    if not asks_whether_better(question.text):
        return list(evidence)
    best = [item for item in evidence[:LOOKED_AT] if not item.missing]
    near = NEAR * max((item.closeness for item in best), default=0.0)
    told = [item for item in best if item.closeness >= near and _judges(item.quote.lower())]
    told.sort(key=lambda item: item.published or "", reverse=True)
    told.sort(key=lambda item: leans(item.quote))
    return [*told, *(item for item in evidence if item not in told)]


def _judges(sentence: str) -> bool:
    return all(_pattern(name).search(sentence) for name in ("signs", "before"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_data('vocabulary/facts.yaml')['better'][name])})\b")
