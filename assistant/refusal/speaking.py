"""Speaking: whose words does a question ask for, and does a text speak of them?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assistant.plain_words import plain_words
from assistant.question import Question
from assistant.synonyms import expansions
from assistant.understand import content_words
from assistant.words import stems
from prompts import load_data


def speaker_asked(question: Question) -> tuple[str, ...]:
    """Who is asked to have said something ("foster", "carers" of "What did foster carers say …?"), if any.

    Papers and those who write them say everything in these documents: they are no speakers.
    """
    found = _saying().match(question.text.lower())
    if not found or question.kinds:
        return ()
    phrase = re.split(_stops(), found[1])[0]
    spoken = tuple(word for word in content_words(phrase) if word not in question.named)
    return spoken if spoken and spoken[-1] not in _rules()["papers"] else ()


def speaks_of_them(speaker: Sequence[str], texts: Iterable[str]) -> bool:
    """Does one of the texts hold each word of the speaker, or what it stands for?"""
    return any(all(_holds(stems(text), word) for word in speaker) for text in texts)


def _holds(held: frozenset[str], word: str) -> bool:
    groups = (*expansions(word), *plain_words(word).values())
    return any(stems(name) <= held for name in (word, *(name for group in groups for name in group)))


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
