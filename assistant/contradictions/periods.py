"""Periods: the days that a figure is about, from the words around it and the document's own period.

Years run from April to March ("2023-24", "the year"), quarters likewise (quarter 4 ends on 31 March).
"""

from __future__ import annotations

import calendar
import re

from assistant.actions.days import last_day
from ingest.recognition.days import MONTHS

Period = tuple[str, str]
"""First and last ISO day."""

_MONTHS = [month[:3] for month in MONTHS]
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_PART_OF_YEAR = 300
"""Fewer days than these are no year's figures."""
_DOUBLE = r"(?P<year>20\d{2})\s?[-–/]\s?(?:20)?\d{2}"


def period_in(text: str, document_period: str | None, said_on: str | None = None) -> Period | None:
    """The period that a sentence names, the most exact first; None where it names none.

    "Between July and September" without a year is the last one before the day on which it is said.
    """
    if said_on and not document_period and (past := _between_past(text, said_on)):
        return past
    for look in (_between, _quarter, _day, _month, _year):
        found = look(text, document_period)
        if found:
            return found
    return None


def period_of(document_period: str | None) -> Period | None:
    """The days of a document's period such as "2023/24", "2024" or "2022-10-31/2022-11-18"."""
    if not document_period:
        return None
    days = re.fullmatch(r"(\d{4}(?:-\d{2}){0,2})/(\d{4}(?:-\d{2}){0,2})", document_period)
    if days and not re.fullmatch(r"\d{4}/\d{4}", document_period):
        return _first(days[1]), last_day(days[2])
    if start := _start_year(document_period):
        return _year_from(start)
    plain = re.match(r"\d{4}", document_period)
    return (_first(document_period), last_day(document_period)) if plain else None


def period_of_paper(title: str, document_period: str | None) -> Period | None:
    """The period of a paper's figures: a quarter of its title, else its own, else a month of its title."""
    own = _quarter(title, document_period) or period_of(document_period)
    month = re.search(rf"(?<![\w-]){_date('a')}", title, re.IGNORECASE)
    if own or not month or month["aday"] or not month["ayear"]:
        return own
    return period_in(f"in {month.group()}", None)


def is_part_of_year(period: Period | None) -> bool:
    """Whether it is a month, a quarter or any other part of a year."""
    return period is not None and _number(period[1]) - _number(period[0]) < _PART_OF_YEAR


def differ(one: Period | None, other: Period | None) -> bool:
    """Whether two periods are known and not the same (a week's difference is none)."""
    return bool(one and other) and not same(one, other)


def same(one: Period | None, other: Period | None) -> bool:
    """Whether two periods are known and the same, to within a week at each end."""
    if not one or not other:
        return False
    return all(abs(_number(first) - _number(second)) <= 7 for first, second in zip(one, other, strict=True))


def _two_days(text: str) -> re.Match[str] | None:
    form = rf"\b(?:between|from)\s+{_date('a')}\s+(?:and|to|until)\s+{_date('b')}"
    return re.search(form, text, re.IGNORECASE)


def _between(text: str, document_period: str | None) -> Period | None:
    match = _two_days(text)
    if not match:
        return None
    last = match["byear"] or _year_of(match["bmonth"], document_period)
    end = _iso(match["bday"], match["bmonth"], last, last=True)
    first = match["ayear"] or match["byear"] or _year_of(match["amonth"], document_period)
    start = _iso(match["aday"], match["amonth"], first, last=False)
    return (start, end) if start and end and start <= end else None


def _between_past(text: str, said_on: str) -> Period | None:
    match = _two_days(text)
    if not match or match["ayear"] or match["byear"]:
        return None
    for year in (int(said_on[:4]), int(said_on[:4]) - 1):
        end = _iso(match["bday"], match["bmonth"], str(year), last=True)
        start = _iso(match["aday"], match["amonth"], str(year), last=False)
        if start and end and start <= end <= last_day(said_on):
            return start, end
    return None


def _year_of(month: str, document_period: str | None) -> str | None:
    """The year in which a month falls within a document's year, which runs from April to March."""
    start = _start_year(document_period)
    return str(int(start) + (_month_number(month) < 4)) if start else None


def _quarter(text: str, document_period: str | None) -> Period | None:
    match = re.search(
        rf"\b(?:q(?:uarter)?\s?(?P<number>[1-4])|(?P<name>first|second|third|fourth|last|final)\s+quarter)\b"
        rf"(?:[,\s]+(?:of\s+)?(?:the\s+(?P<the>year)|{_DOUBLE}))?",
        text,
        re.IGNORECASE,
    )
    if not match:
        return None
    number = int(match["number"]) if match["number"] else _ORDER[match["name"].lower()]
    own = re.search(_DOUBLE, text)
    year = match["year"] or (own["year"] if own else None) or _start_year(document_period)
    if not year:
        return None
    start = (int(year), 4 + 3 * (number - 1)) if number < 4 else (int(year) + 1, 1)
    return _first(f"{start[0]}-{start[1]:02}"), last_day(f"{start[0]}-{start[1] + 2:02}")


def _day(text: str, document_period: str | None) -> Period | None:
    match = re.search(rf"\b(?:at|on|as at|at the end of)\s+{_date('a')}", text, re.IGNORECASE)
    if not match or not match["aday"]:
        return None
    day = _iso(match["aday"], match["amonth"], match["ayear"], last=True)
    return (day, day) if day else None


def _month(text: str, document_period: str | None) -> Period | None:
    match = re.search(rf"\bin\s+{_date('a')}", text, re.IGNORECASE)
    if not match or match["aday"] or not match["ayear"]:
        return None
    month = f"{match['ayear']}-{_month_number(match['amonth']):02}"
    return _first(month), last_day(month)


def _year(text: str, document_period: str | None) -> Period | None:
    double = re.search(_DOUBLE, text)
    if double:
        return _year_from(double["year"])
    if re.search(r"\b(?:in|for|during|over|of)\s+the\s+year\b", text, re.IGNORECASE):
        return period_of(document_period)
    single = re.search(r"\b(?:in|during|for|of)\s+(20\d{2})\b", text)
    return (f"{single[1]}-01-01", f"{single[1]}-12-31") if single else None


def _date(name: str) -> str:
    months = "|".join(f"{month}[a-z]*" for month in _MONTHS)
    day = rf"(?:(?P<{name}day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?"
    return rf"{day}(?P<{name}month>{months})\b(?:\s+(?P<{name}year>20\d{{2}}))?"


def _iso(day: str | None, month: str, year: str | None, *, last: bool) -> str | None:
    if not year:
        return None
    number = _month_number(month)
    most = calendar.monthrange(int(year), number)[1]
    chosen = int(day) if day else (most if last else 1)
    return f"{year}-{number:02}-{chosen:02}" if 1 <= chosen <= most else None


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _year_from(start: str) -> Period:
    """The year that begins in April."""
    return f"{start}-04-01", f"{int(start) + 1}-03-31"


def _start_year(document_period: str | None) -> str | None:
    match = re.match(r"(20\d{2})[/-](?:20)?\d{2}$", document_period or "")
    return match[1] if match else None


def _first(day: str) -> str:
    return f"{day}-01-01"[:10] if len(day) == 4 else f"{day}-01"[:10]


def _number(day: str) -> int:
    year, month, date = (int(part) for part in day.split("-"))
    return year * 372 + month * 31 + date
