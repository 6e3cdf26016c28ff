"""Figures: the shares, changes and counts that a text states, apart from dates, ages and paragraphs."""

from __future__ import annotations

import re
from functools import cache

from prompts import load_data

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_DIGIT = re.compile(r"\d")
RULES = "evidence/numbers.yaml"


def has_share(text: str, words: frozenset[str]) -> bool:
    """Does a text of these words state a share of a whole or a change from one figure to another?"""
    return _numbered(text, words) and _shares().search(text) is not None


def has_count(text: str, words: frozenset[str]) -> bool:
    """Does a text of these words state how many people, records or events there were?"""
    return _numbered(text, words) and _counts().search(text) is not None


def _numbered(text: str, words: frozenset[str]) -> bool:
    return _DIGIT.search(text) is not None or not words.isdisjoint(_number_words())


@cache
def _number_words() -> frozenset[str]:
    return frozenset([*load_data(RULES)["words"], "half", "third", "thirds", "quarter", "quarters", "fifths"])


@cache
def _number() -> str:
    words = "|".join(load_data(RULES)["words"])
    return rf"(?:{_DIGITS}|(?:{words})(?:[ -](?:{words}))?)"


@cache
def _shares() -> re.Pattern[str]:
    number = _number()
    return re.compile(
        rf"(?:{_DIGITS})\s?(?:%|per ?cent\b)|\b{number}\s(?:out )?of (?:the |these |all )?{number}\b"
        rf"|\bof (?:the |these |those ){number},? {number}\b"
        rf"|\bfrom {number}%? to {number}\b"
        rf"|\b{number}[^.;|]{{0,40}}\b(?:compared with|compared to|against) {number}\b"
        r"|\b(?:half|a third|two thirds|a quarter|three quarters|three fifths) of\b",
        re.IGNORECASE,
    )


@cache
def _counts() -> re.Pattern[str]:
    things = "|".join(load_data(RULES)["counted"])
    return re.compile(rf"\b{_number()}\s(?:[a-z’'-]+\s){{0,3}}(?:{things})\b", re.IGNORECASE)
