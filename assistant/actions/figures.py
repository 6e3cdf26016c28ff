"""Figures before and after: the sign that something changed, and for the better."""

from __future__ import annotations

import re
from functools import cache

from assistant.actions.vocabulary import pattern, words_of
from assistant.words import YEAR
from ingest.phrases import ONE_OR_MORE, alternatives, worded
from ingest.recognition.days import NAMES

_NUMBER = (
    r"((?:\d[\d,.]*\d|\d)\s?(?:%|per\s?cent\b)?"
    rf"|(?<![\w-])(?:none|{ONE_OR_MORE})(?![\w-]))"
    r"(?:\s+(?:out\s+)?of\s+(?:the\s+|its\s+)?\d[\d,]*)?"
)
_FIGURE = re.compile(_NUMBER, re.IGNORECASE)
_GAP = r"[^.;\n]{0,60}?"
_DATE_FOLLOWS = re.compile(
    rf"\s*(?:st|nd|rd|th)?\s*(?:{NAMES})"
    r"|\s*(?:[:/–-]\d|am\b|pm\b|o.clock|(?P<length>weeks?\b|months?\b|days?\b))",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?<![\w/.,£-])(\d[\d,]*)(?=\s+[a-z]{3,})(?!\s+(?:years?|hours?|minutes?|times|per)\b)"
)
_moves = worded("actions/evidence.yaml", r"\b{moves}\W*$", literal=True)
"""A word of rising or falling right before the figures."""
_aimed_before = worded(
    "actions/evidence.yaml", r"\b{aims}\s*(?:(?:of|was|is|being|set\s+at|at|:|=)\s*)*$", literal=True
)
"""What stands right before a figure that was aimed at: "a target of" …"""
_aimed_behind = worded("actions/evidence.yaml", r"\s*{aims}\b", literal=True)
"""… and right behind it: "target"."""


def shows_change(text: str) -> bool:
    """Whether it sets a figure of after beside one of before ("from 9 to 17"), and denies no improvement."""
    # Most sentences hold no two figures, which costs less to see than what might stand between them.
    first = _FIGURE.search(text)
    if not first or not _FIGURE.search(text, first.end(1)) or pattern("evidence", "no_better").search(text):
        return False
    for form in _forms():
        for match in form.finditer(text):
            if all(_is_figure(text, match, group) for group in (1, 2)) and match[1] != match[2]:
                return True
    return False


def counts(text: str, wording: str) -> bool:
    """Whether it gives a count of people or things that is none of the action's own ("64 slips returned")."""
    own = set(_COUNTED.findall(wording))
    return any(
        match[1] not in own and not YEAR.fullmatch(match[1]) and not _DATE_FOLLOWS.match(text, match.end(1))
        for match in _COUNTED.finditer(text)
    )


def _is_figure(text: str, match: re.Match[str], group: int) -> bool:
    """Whether it is no year, target, part of a date or a time; how long a thing takes may rise and fall."""
    if YEAR.fullmatch(match[group].strip()) or _is_target(text, *match.span(group)):
        return False
    follows = _DATE_FOLLOWS.match(text, match.end(group))
    return not follows or bool(follows["length"] and _moves().search(text, 0, match.start()))


def _is_target(text: str, start: int, end: int) -> bool:
    return bool(_aimed_before().search(text, 0, start) or _aimed_behind().match(text, end))


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    links = alternatives(words_of("evidence", "before_after"))
    return (
        re.compile(rf"\b(?:from|was|were)\s+{_NUMBER}{_GAP}\b(?:to|now)\s+(?:a\s+)?{_NUMBER}", re.IGNORECASE),
        re.compile(rf"{_NUMBER}{_GAP}\b(?:{links})\b[^.;\n\d]{{0,40}}?{_NUMBER}", re.IGNORECASE),
        re.compile(
            rf"{_NUMBER}{_GAP}\bbefore\b{_GAP}{_NUMBER}{_GAP}\b(?:after\w*|now|since)\b", re.IGNORECASE
        ),
        re.compile(rf"{_NUMBER}[^;\n]{{0,80}}?\bBefore,[^.;\n\d]{{0,20}}{_NUMBER}"),
    )
