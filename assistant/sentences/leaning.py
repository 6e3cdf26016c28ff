"""Leaning: sentences that say little to who has not read the one before."""

from __future__ import annotations

import re
from functools import cache

from assistant.statements.concepts import Concepts, words_of
from assistant.statements.lexicon import POLARITY
from assistant.words import numbers_in
from ingest.phrases import ONE_OR_MORE, worded
from prompts import load_data

RULES = "vocabulary/leaning.yaml"

OPENING = 8
"""Among so many first words of a sentence is looked for what points back."""

SHORT = 8
"""A sentence of fewer words that ends with “it” points back; in a longer one “it” is mostly what it names."""

_NUMBER = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,2})*\.?\s*)?(?=\D)")
_A_NUMBER = rf"(?:{{counted.number}}|{ONE_OR_MORE})"
_counts_it = worded(RULES, rf"^[^.;:]*, {{counted.it}} {{counted.was}} (?:{{counted.about}} )?{_A_NUMBER}\b")
"""A figure of what only a sentence before names: "In the audit before, it was 11 of 20"."""
_counts_them = worded(RULES, rf"^\W*{_A_NUMBER}(?<!\.) {{elliptic}}\b")
"""A number that stands for what a sentence before names: "Four could say what it asks."."""


def leans(sentence: str) -> bool:
    """Does a sentence say little without the one before: "However, …", "For example, …", "Two of them …"?"""
    words = words_of(_NUMBER.sub("", sentence))
    found = _openings().find(words[:OPENING])
    if any(hit.concept == "stands" and (hit.first == 0 or words[hit.first] == "of") for hit in found):
        return False
    opens = any(hit.concept == "points" or (hit.concept == "opens" and hit.first == 0) for hit in found)
    closes = 0 < len(words) < SHORT and words[-1] in load_data(RULES)["closes"]
    return opens or closes or any(one.search(sentence) for one in (_counts_it(), _counts_them()))


def turns(sentence: str) -> bool:
    """Does a sentence turn against the one before: "However, …"?"""
    found = _openings().find(words_of(sentence)[:OPENING])
    return any(hit.concept == "turns" and hit.first == 0 for hit in found)


def disputes(sentence: str, claim: str) -> bool:
    """Does a sentence say that somebody would not have the claim before it ("Ms Orr did not agree")?"""
    return "disputes" in _openings().names(sentence) and "claims" in _openings().names(claim)


def counts_on(sentence: str, after: str) -> bool:
    """Does `after` go on with the count that the sentence gives: "Three months on …, 12 could name one"?"""
    if not numbers_in(words_of(sentence)):
        return False
    words = words_of(after)
    later = [hit for hit in _openings().find(words[:OPENING]) if hit.concept == "later" and hit.first == 0]
    told = any(numbers_in(words[hit.last + 1 :]) for hit in later)
    return told or any(one.search(after) for one in (_counts_it(), _counts_them()))


@cache
def _openings() -> Concepts:
    rules = load_data(RULES)
    opens = [*load_data(POLARITY)["leaning"], *rules["opens"]]
    return Concepts(
        {
            "opens": opens,
            **{name: rules[name] for name in ("points", "stands", "turns", "claims", "disputes", "later")},
        }
    )
