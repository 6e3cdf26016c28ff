"""Figures: the shares, changes and counts that a text states, apart from dates, ages and paragraphs."""

from __future__ import annotations

import re
from functools import cache

from assistant.actions.numbers import number
from ingest.phrases import ONE_OR_MORE, VALUES, any_listed, worded

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_DIGIT = re.compile(r"\d")
RULES = "evidence/numbers.yaml"
LONGEST_NAME = 6
"""A cell of more words names no column."""

SHORT = 0.75
"""A share below this of what ought to be so of all falls short of it; our own measure."""
_NUMBER = rf"(?:{_DIGITS}|(?:{ONE_OR_MORE}|none)(?:[ -](?:{ONE_OR_MORE}|none))?)"
_counts = worded(RULES, rf"\b{_NUMBER}\s(?:[a-z’'-]+\s){{0,3}}{{counted}}\b")
_shares = worded(
    RULES,
    rf"(?:{_DIGITS})\s?(?:%|per ?cent\b)|\b{_NUMBER}\s(?:out )?of (?:the |these |all )?{_NUMBER}\b"
    rf"|\bof (?:the |these |those ){_NUMBER},? {_NUMBER}\b"
    rf"|\b{_NUMBER} {{answering}}\b[^.;|]{{0,20}}\b{_NUMBER}\b"
    rf"|\bfrom {_NUMBER}%? to {_NUMBER}\b"
    rf"|\b{_NUMBER}[^.;|]{{0,40}}\b(?:compared with|compared to|against) {_NUMBER}\b"
    rf"|\b{_NUMBER}\s[^.;|]{{3,80}}?\b{_NUMBER} of (?:them|these|those)\b"
    r"|\b(?:half|a third|two thirds|a quarter|three quarters|three fifths) of\b",
)


def has_share(text: str, words: frozenset[str]) -> bool:
    """Does a text of these words state a share of a whole or a change from one figure to another?"""
    return _numbered(text, words) and _shares().search(text) is not None


def has_count(text: str, words: frozenset[str]) -> bool:
    """Does a text of these words state how many people, records or events there were?"""
    return _numbered(text, words) and _counts().search(text) is not None


def over_time(header: str, text: str) -> bool:
    """Does a table's row give figures of two times and more, by the names of its columns?"""
    cells = dict(zip(header.split(" | "), text.split(" | "), strict=False))
    figures = [name for name, cell in cells.items() if _DIGIT.match(cell.strip())]
    return sum(bool(period_names().search(name)) for name in figures) > 1


def names_times(text: str) -> bool:
    """Is a table's first row its columns' names, though not marked as such: all but the first are times?"""
    first, *others = [cell.strip() for cell in text.split(" | ")]
    named = [cell for cell in others if len(cell.split()) <= LONGEST_NAME and period_names().search(cell)]
    return len(others) > 1 and len(named) == len(others) and not _DIGIT.match(first)


def falls_short(text: str) -> bool:
    """Is a share that a text states below three quarters: "five of eight", "45% of plans"?"""
    for match in _parts().finditer(text):
        if match["percent"]:
            return float(match["percent"]) < 100 * SHORT
        part, whole = _value(match["part"] or match["some"]), _value(match["whole"] or match["all"])
        if part is not None and whole:
            return part < whole * SHORT
    return False


def _value(words: str) -> float | None:
    return float(words.replace(",", "")) if _DIGIT.match(words) else number(words)


def _numbered(text: str, words: frozenset[str]) -> bool:
    return _DIGIT.search(text) is not None or not words.isdisjoint(_number_words())


@cache
def _number_words() -> frozenset[str]:
    return frozenset([*VALUES, "none", "half", "third", "thirds", "quarter", "quarters", "fifths"])


def period_names() -> re.Pattern[str]:
    """What the name of a column holds whose figures are of one time."""
    return any_listed(RULES, "periods")


@cache
def _parts() -> re.Pattern[str]:
    """A part and its whole: "5 of the 8", "eight plans … five of them", "45% of"."""
    return re.compile(
        rf"(?<!from )(?<!to )\b(?P<percent>\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)(?= of\b)"
        rf"|\b(?P<part>{_NUMBER})\s(?:out )?of (?:the |these |all )?(?P<whole>{_NUMBER})\b"
        rf"|\b(?P<all>{_NUMBER})\s[^.;|]{{3,80}}?\b(?P<some>{_NUMBER}) of (?:them|these|those)\b",
        re.IGNORECASE,
    )
