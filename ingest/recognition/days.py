"""Days: how a date is written, and the ISO date that it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
MONTH = rf"(?P<month>{NAMES})\.?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = (
    re.compile(rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>[0-3]?\d)-{MONTH}-{YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{MONTH}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+{YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-_.](?P<number>[01]\d)[-_.](?P<day>[0-3]\d)\b"),
    re.compile(r"\b(?P<day>[0-3]?\d)[/.](?P<number>[01]?\d)[/.](?P<year>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<day>[0-3]?\d)[/.](?P<number>[01]?\d)[/.](?P<short>\d\d)\b"),
    re.compile(rf"\b{MONTH},?\s+{YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-_](?P<number>[01]\d)\b(?![-/]\d)"),
)


def find_date(text: str) -> str | None:
    """The first date in a text that has at least a month, "2017-03-31" or "2010-10"; else None."""
    best: tuple[int, int, str] | None = None
    for rank, pattern in enumerate(_PATTERNS):
        for found in pattern.finditer(text):
            value = _iso(found)
            if value and (best is None or (found.start(), rank) < best[:2]):
                best = (found.start(), rank, value)
                break
    return best[2] if best else None


def date_end(text: str, at: int) -> int:
    """Where a date ends that begins at `at`; `at` itself where none does."""
    found = (match for pattern in _PATTERNS if (match := pattern.match(text, at)) and _iso(match))
    return max((match.end() for match in found), default=at)


def _iso(found: re.Match[str]) -> str | None:
    """The ISO date of a match; None where the numbers are no date."""
    parts = found.groupdict()
    year = int(parts.get("year") or 0) or 2000 + int(parts.get("short") or 0)
    month = month_number(parts["month"]) if parts.get("month") else int(parts.get("number") or 0)
    if not 1 <= month <= 12 or not 1980 <= year <= 2100:
        return None
    if not parts.get("day"):
        return f"{year}-{month:02d}"
    try:
        return date(year, month, int(parts["day"])).isoformat()
    except ValueError:
        return None


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its first letters; 0 for anything else."""
    return next((at for at, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3])), 0)


_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH_OF_YEAR = re.compile(rf"(?P<number>[01]?\d)[/.-]{YEAR}")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_JOINT = re.compile(r"(?<=\d)[-./]?(?=[a-z]{3})|(?<=[a-z])[-./](?=\d)", re.IGNORECASE)
_DASHED = re.compile(r"([0-3]?\d)-([01]?\d)-((?:\d\d)?\d\d)")
_SHORT_YEAR = re.compile(
    rf"(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+)?{MONTH}\s*[’'‘]?(?P<short>\d\d)", re.IGNORECASE
)
"""As spreadsheets show a day or a month: 31-Aug-26, Aug-26."""
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)/([01]?\d)/([0-3]?\d)")


def whole_date(text: str) -> str | None:
    """The year, month or day that a text is nothing but, as an ISO date; None for any other text.

    It is read as written in Britain: 1/2/2027 is the first of February.
    """
    text = _JOINT.sub(" ", _WEEKDAY.sub("", " ".join(text.split())))
    if _YEAR.fullmatch(text):
        return text
    text = _DASHED.sub(r"\1/\2/\3", text) if _DASHED.fullmatch(text) else text
    if found := _YEAR_FIRST.fullmatch(text):
        text = f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"
    matches = (pattern.fullmatch(text) for pattern in (*_PATTERNS, _MONTH_OF_YEAR, _SHORT_YEAR))
    return next((value for found in matches if found and (value := _iso(found))), None)


def full_days(text: str) -> Iterator[str]:
    """Every date of a text that names its day, as ISO dates, in no order."""
    for pattern in _PATTERNS:
        yield from (value for found in pattern.finditer(text) if len(value := _iso(found) or "") == 10)
