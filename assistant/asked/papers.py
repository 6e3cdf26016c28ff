"""Papers: is it asked what papers of a kind say?"""

from __future__ import annotations

import re
from functools import cache

from assistant.question import Question
from prompts import load_data


def asks_of_papers(question: Question) -> bool:
    """Does it ask what a kind of paper found or said ("What did inspectors say about …?")?"""
    return bool(question.kinds) and _says().search(question.text.lower()) is not None


@cache
def _says() -> re.Pattern[str]:
    findings = "|".join(load_data("vocabulary/facts.yaml")["premise"]["findings"])
    return re.compile(rf"^what (?:did|does|do|has|have) .*\b(?:{findings})\b")
