"""Moved: the new date that a sentence gives for something that had another."""

from __future__ import annotations

import re

from assistant.actions.days import last_day
from assistant.actions.due import due_of
from assistant.actions.setdown import Span
from assistant.actions.vocabulary import pattern
from ingest.recommendations.date_patterns import date_pattern

_BEFORE = 40
"""Within so many characters before a day stand the words that say that it is the old one."""
_LINKS = re.compile(r"(?:\s|\b(?:the|by|on|in|at|to|end of|until|date)\b)*$", re.IGNORECASE)


def moved_in(sentence: str, said_on: str | None) -> tuple[str, Span] | None:
    """The ISO day to which a sentence moves a date, and its words; None where it moves none.

    Only a day after `said_on` can be a new date; of several the last.
    """
    if not said_on or not pattern("moved", "moves").search(sentence):
        return None
    found = None
    for match in date_pattern().finditer(sentence):
        day, kind = due_of(match.group(), said_on)
        if day and kind == "date" and day[: len(said_on)] > said_on and not _was(sentence[: match.start()]):
            found = day, match.span()
    return found


def expected_in(text: str, said_on: str | None) -> str | None:
    """The last day to come at which a report says that something is still to happen ("meets in January")."""
    if not said_on or len(said_on) < 7:
        return None
    days = []
    for match in date_pattern().finditer(text):
        clause = re.split(r"[.;](?:\s|$)", text[: match.start()])[-1]
        day, kind = due_of(match.group(), said_on)
        if day and kind == "date" and day > last_day(said_on) and pattern("moved", "ahead").search(clause):
            days.append(day)
    return max(days, default=None)


def _was(before: str) -> bool:
    """Whether the words just before a day say that it is the date there was."""
    words = _LINKS.sub("", before[-_BEFORE:])
    return any(match.end() == len(words) for match in pattern("moved", "had").finditer(words))
