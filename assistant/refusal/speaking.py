"""Speaking: whose words does a question ask for, and does a text speak of them?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from assistant.plain_words import plain_words
from assistant.question import Question
from assistant.understand import content_words, expansions
from assistant.words import stems
from prompts import load_data


def speaker_asked(question: Question) -> str:
    """Who is asked to have said something ("parents" of "What did parents in Leeds say …"), else nobody.

    Papers and those who write them say everything in these documents: they are no speakers.
    """
    found = _saying().match(question.text.lower())
    if not found or question.kinds:
        return ""
    phrase = re.split(_stops(), found[1])[0]
    spoken = [word for word in content_words(phrase) if word not in question.named]
    return spoken[-1] if spoken and spoken[-1] not in _rules()["papers"] else ""


def speaks_of_them(speaker: str, texts: Iterable[str]) -> bool:
    """Does any of the texts name the speaker, or those whom the word stands for?"""
    groups = (*expansions(speaker), *plain_words(speaker).values())
    names = (speaker, *(name for group in groups for name in group))
    held = frozenset[str]().union(*map(stems, texts))
    return any(stems(name) <= held for name in names)


@cache
def _saying() -> re.Pattern[str]:
    verbs = "|".join(_rules()["verbs"])
    return re.compile(rf"what (?:did|do|does|have|has|had) (.+?) (?:ever |have to |had to )?(?:{verbs})\b")


@cache
def _stops() -> str:
    return rf"\b(?:{'|'.join(_rules()['stops'])})\b"


def _rules() -> dict[str, list[str]]:
    rules: dict[str, list[str]] = load_data("vocabulary/facts.yaml")["speaker"]
    return rules
