"""Doing: does a question ask who did something, and do sentences tell of it without saying who?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.asked.holding import instead_asked, post_asked
from assistant.understanding.content_words import content_words
from assistant.words import stem, words_in
from prompts import load_data

_WHO = re.compile(r"who (?:has |have |had |first |else |now |will )*([a-z]+)\b")
FEW = 2
"""Words that may stand between "was" and what was done ("has been independently evaluated")."""


def doing_asked(text: str) -> str:
    """What somebody did ("evaluated" of "Who evaluated the team?"); empty where no doer is asked for."""
    if instead := instead_asked(text):
        return instead
    found = _WHO.match(" ".join(words_in(text)))
    rules = load_data("vocabulary/facts.yaml")["doer"]
    if not found or post_asked(text) or found[1] in rules["no_doing"] or not content_words(found[1]):
        return ""
    return found[1]


def all_hide_doer(sentences: Iterable[str], doing: str) -> bool:
    """Do some of the sentences tell of the doing, and all of those only that it was done, not by whom?"""
    telling = [words for one in sentences if (words := _from_doing(one, doing))]
    return bool(telling) and all(_hidden(before, after) for before, after in telling)


def _from_doing(sentence: str, doing: str) -> tuple[list[str], list[str]] | None:
    """The sentence's words before and after the first one of the doing's stem; None where it has none."""
    words = words_in(sentence)
    at = next((at for at, word in enumerate(words) if stem(word) == stem(doing)), None)
    return None if at is None else (words[:at], words[at + 1 :])


def _hidden(before: list[str], after: list[str]) -> bool:
    being = load_data("vocabulary/facts.yaml")["doer"]["being"]
    return any(word in being for word in before[-1 - FEW :]) and "by" not in after
