"""Due: by when, from a plan's column or a sentence, as a day; and the day to which a date moves."""

from __future__ import annotations

import re

from assistant.actions.columns import is_empty
from assistant.actions.days import last_day
from assistant.actions.setdown import Span
from assistant.actions.vocabulary import pattern
from ingest.phrases import ONE_OR_MORE, worded
from ingest.recommendations.date_patterns import date_pattern
from ingest.recommendations.dates import cell_day, find_deadline, resolve

_no_day = worded("actions/moved.yaml", r"\b{no_day}\b")
_PERIOD = re.compile(
    rf"\b(?:\d+|{ONE_OR_MORE})\s+"
    r"(?:working\s+|calendar\s+)?(?:day|week|month|year|term)s?\b",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(r"\b(?:in|during)\s+(?P<month>[A-Z][a-z]{2,8}(?:\s+\d{4})?)\b")
_AT_THE_END = re.compile(
    r"(?:,|\s[–-]|\()\s*(?P<month>(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]{2,8}\s+\d{4})[).\s]*$"
)
"""The day with which minutes close an action: "Ann Ash to write to all practices, 30 April 2025"."""
_BRACKETS = re.compile(r"\([^()]+\)")
_RANGE = re.compile(r"\s(?:–|-|to|until)\s")

_BEFORE = 40
"""Within so many characters before a day stand the words that say that it is the old one."""
_LINKS = re.compile(r"(?:\s|\b(?:the|by|on|in|at|to|end of|until|date)\b)*$", re.IGNORECASE)


def due_of(words: str, said_on: str | None) -> tuple[str | None, str]:
    """The ISO day of a cell of the deadline column, and its kind; (None, "") where it gives none."""
    if is_empty(words):
        return None, ""
    if cell_day(words):
        return resolve(words, "date", said_on), "date"
    words = _BRACKETS.sub(lambda found: "" if pattern("moved", "was").match(found[0], 1) else found[0], words)
    if date_pattern().search(words) and not (_no_day().search(words) and not re.search(r"\d{4}", words)):
        last = _RANGE.split(words)[-1]
        chosen = last if date_pattern().search(last) else words
        found = [match.group() for match in date_pattern().finditer(chosen)]
        edge = chosen if len(found) == 1 else found[-1]
        return resolve(edge, "date", said_on), "date"
    if _no_day().search(words):
        return None, "recurring"
    if re.search(r"\bimmediate", words, re.IGNORECASE):
        return None, "immediate"
    if _PERIOD.search(words):
        return resolve(f"within {words}", "period", said_on), "period"
    return None, "soft"


def month_in(sentence: str, said_on: str | None) -> tuple[str | None, str, tuple[int, int] | None]:
    """The month to come ("in November"), as its last day, and its place; or the day that closes a promise."""
    for match in (*_IN_MONTH.finditer(sentence), *_AT_THE_END.finditer(sentence)):
        day, kind = due_of(match["month"], said_on)
        if day and kind == "date" and said_on and len(said_on) > 4 and day >= said_on:
            precise = match["month"][0].isdigit()
            return day, "date" if precise else "month", match.span("month")
    return None, "", None


def due_in(sentence: str, said_on: str | None) -> tuple[str | None, str, tuple[int, int] | None]:
    """The deadline that a sentence names: its day, its kind, and its place in the sentence."""
    found = find_deadline(sentence, said_on)
    if not found or not found.firm:
        return None, "", None
    return found.date, found.type, found.span


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
