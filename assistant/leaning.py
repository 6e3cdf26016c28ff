"""Leaning: sentences that say little to who has not read the one before."""

from __future__ import annotations

import re
from functools import cache

from assistant.key_questions.concepts import Concepts, words_of
from assistant.key_questions.lexicon import POLARITY
from prompts import load_data

RULES = "vocabulary/leaning.yaml"

OPENING = 8
"""Among so many first words of a sentence is looked for what points back."""

SHORT = 8
"""A sentence of fewer words that ends with “it” points back; in a longer one “it” is mostly what it names."""

_NUMBER = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,2})*\.?\s*)?(?=\D)")


def leans(sentence: str) -> bool:
    """Does a sentence say little without the one before: "However, …", "For example, …", "Two of them …"?"""
    words = words_of(_NUMBER.sub("", sentence))
    found = _openings().find(words[:OPENING])
    if any(hit.concept == "stands" and (hit.first == 0 or words[hit.first] == "of") for hit in found):
        return False
    opens = any(hit.concept == "points" or (hit.concept == "opens" and hit.first == 0) for hit in found)
    closes = 0 < len(words) < SHORT and words[-1] in load_data(RULES)["closes"]
    return opens or closes


def turns(sentence: str) -> bool:
    """Does a sentence turn against the one before: "However, …"?"""
    found = _openings().find(words_of(sentence)[:OPENING])
    return any(hit.concept == "turns" and hit.first == 0 for hit in found)


@cache
def _openings() -> Concepts:
    rules = load_data(RULES)
    opens = [*load_data(POLARITY)["leaning"], *rules["opens"]]
    return Concepts({"opens": opens, **{name: rules[name] for name in ("points", "stands", "turns")}})
