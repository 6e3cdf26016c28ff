"""Days: the dates that reports name, and the day on which a document speaks."""

from __future__ import annotations

import calendar
import re

from ingest.document import Document
from ingest.phrases import worded
from ingest.recognition.days import MONTHS
from ingest.recommendations.date_patterns import date_pattern

_FULL_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]{3,9})\.?,?\s+((?:19|20)\d{2})\b")
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_MONTH = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b([A-Za-z]{3,9})\.?,?(?:\s+((?:19|20)\d{2}))?\b"
)
_cue = worded("actions/moved.yaml", r"{dated_by}\b[^.\n]{0,60}$")
_POSITION = re.compile(
    r"\b(?:position|progress|correct|updated|status)\s+(?:(?:as\s+)?at|on|to|as\s+of)\s+"
    rf"{_FULL_DATE.pattern}",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_TOP = 400
_HEAD = 1500
"""Characters at the beginning of a document in which its date is looked for."""


def said_on(document: Document) -> str | None:
    """The day on which a document speaks (ISO, of the precision known): what it prints at its head.

    `published` may be a year alone; then a full date at the head of the document is taken that does not
    come before that year.
    """
    known = document.published
    head = document.text[:_HEAD]
    position = _POSITION.search(head)
    if position and position.start() < _TOP and (day := _full(position)):
        return day
    if known and len(known) == 10:
        return known
    found = [(match, _full(match)) for match in _FULL_DATE.finditer(head)]
    days = [
        day
        for match, day in found
        if day
        and (not known or known <= day[: len(known)] <= _next_year(known))
        and _cue().search(head[: match.start()])
    ]
    return days[0] if days else known


def last_day(day: str | None) -> str:
    """The last day of an ISO date of any precision; "" of none."""
    if not day:
        return ""
    if len(day) == 4:
        return f"{day}-12-31"
    if len(day) == 7:
        return f"{day}-{calendar.monthrange(int(day[:4]), int(day[5:7]))[1]:02}"
    return day


def day_in(words: str, base: str | None) -> str | None:
    """The past day or month that a report names; one without a year is the latest before `base`."""
    iso = _ISO.search(words)
    if iso:
        return iso.group()
    numeric = _NUMERIC.search(words)
    if numeric:
        year = int(numeric[3]) + (2000 if len(numeric[3]) == 2 else 0)
        return _valid(year, int(numeric[2]), int(numeric[1]))
    named = next((match for match in _MONTH.finditer(words) if _month(match[2])), None)
    month = _month(named[2]) if named else None
    if not named or not month:
        return None
    year_named = named[3]
    if not year_named and not base:
        return None
    at = f"{month:02}" + (f"-{int(named[1]):02}" if named[1] else "")
    if year_named:
        return _checked(f"{year_named}-{at}")
    before = str(base)
    this_year = f"{before[:4]}-{at}"
    return _checked(this_year if this_year <= before else f"{int(before[:4]) - 1}-{at}")


def day_told_of(text: str, base: str | None) -> str | None:
    """The last day or month that a text names with its year, but for one since when it has been so."""
    named = (
        match.group() for match in date_pattern().finditer(text) if not _SINCE.search(text[: match.start()])
    )
    days = (day_in(words, base) for words in named if re.search(r"\d{4}|/\d\d\b", words))
    return max((day for day in days if day and len(day) > 4), default=None)


def dates_in(text: str) -> list[str]:
    """The words of the dates in a text."""
    return [match.group() for match in date_pattern().finditer(text)]


def _full(match: re.Match[str]) -> str | None:
    month = _month(match[2])
    return _valid(int(match[3]), month, int(match[1])) if month else None


def _month(name: str) -> int | None:
    return next((at for at, month in enumerate(MONTHS, 1) if month.startswith(name.lower())), None)


def _valid(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _checked(day: str) -> str | None:
    parts = [int(part) for part in day.split("-")]
    return day if len(parts) == 2 else _valid(*parts)


def _next_year(known: str) -> str:
    return f"{int(known[:4]) + 1}{known[4:]}"


def is_bare_day(text: str) -> bool:
    """Whether words hold a day and nothing else."""
    return not any(letter.isalpha() for letter in date_pattern().sub("", text))
