"""Count: does a sentence say how many?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.words import numbers_in, stem
from prompts import load_data

BEFORE, AFTER = 4, 3
"""How many words may stand between a number and what it counts, where the number comes first or last."""

_WORD = re.compile(r"[^\W_]+")
_LIST_MARK = re.compile(r"^\W*\d{1,3}\.(?=\D)")
_AGES = re.compile(
    r"\b\d+\W+(?:(?:and|or|to)\W+)?(?:\d+\W+)?years?\W+olds?\b"
    r"|\b(?:aged?|age of|ages of)\W+\d+(?:\W+(?:and|or|to)?\W*\d+)?",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b\d{1,2} (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)|\b\d+/\d+\b")


def counts_any(sentence: str, counted: Sequence[str]) -> bool:
    """Does the sentence count anything: a number that is no year, age, date, name (section 11) or measure?

    Where units are counted ("how many weeks"), a number of such units.
    """
    names, units = _rules()
    if asked := units.intersection(counted):
        return _stands_beside(sentence, frozenset(map(stem, asked)))
    text = _DAY.sub("", _AGES.sub("", _LIST_MARK.sub("", sentence)))
    words = _WORD.findall(re.sub(r"\d\s?%", "", text).lower())
    return any(
        units.isdisjoint(words[at + 1 : at + 3]) and not (at and words[at - 1] in names)
        for at in numbers_in(words)
    )


def _stands_beside(sentence: str, wanted: frozenset[str]) -> bool:
    """Does a number that is no year stand beside one of these stems?"""
    words = _WORD.findall(_LIST_MARK.sub("", sentence).lower())
    return any(
        stem(word) in wanted
        for at in numbers_in(words)
        for word in [*words[at + 1 : at + 1 + BEFORE], *words[max(0, at - AFTER) : at]]
    )


@cache
def _rules() -> tuple[frozenset[str], frozenset[str]]:
    rules = load_data("vocabulary/facts.yaml")["count"]
    return frozenset(rules["names"]), frozenset(rules["units"])
