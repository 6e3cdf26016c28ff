"""Dates: a deadline's words worked out to an ISO day. Relative ones count from the document's date.

Financial quarters run April to March (Q3 2013/14 ends on 31 December 2013); school terms end in March,
July and December; "early", "spring" and the like come to the last day they can mean.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from ingest.recognition.days import MONTHS, whole_date
from ingest.recommendations.date_patterns import beginning_of, date_pattern, festival_day, quarter_form
from ingest.recommendations.recommendation import Deadline, TimeType
from ingest.recommendations.times import find_time
from ingest.recommendations.words import amounts, vocabulary


def find_deadline(text: str, published: str | None = None) -> Deadline | None:
    """The deadline that the sentence itself names, its date worked out where it can be."""
    found = find_time(text, published)
    if not found:
        return None
    words = text[found.span[0] : found.span[1]]
    return Deadline(words, resolve(words, found.type, published), found.type, found.span)


def resolve(words: str, kind: TimeType, published: str | None) -> str | None:
    """The ISO date that the words of a deadline come to; None for soft, recurring or unanchored ones."""
    base = _day(published)
    if kind == "date":
        found = _calendar_date(words, base)
    elif kind == "period" and base and not _is_year(published) and not _hangs_on_another_event(words):
        found = _after(words, base)
    elif kind == "immediate":
        found = base
    else:
        found = None
    return found.isoformat() if found else None


def _is_year(published: str | None) -> bool:
    """Of a paper that gives its year alone no month is known from which to count."""
    return bool(published) and len(str(published)) == 4


def _day(published: str | None) -> date | None:
    """The last day of an ISO date of any precision."""
    if not published or not re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", published):
        return None
    parts = [int(part) for part in published.split("-")]
    if len(parts) == 3:
        return _valid(parts[0], parts[1], parts[2])
    month = parts[1] if len(parts) == 2 else 12
    return _month_end(parts[0], month) if 1 <= month <= 12 else None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _hangs_on_another_event(words: str) -> bool:
    """“Within six months of the conclusion of the exercise”: no day can be given yet."""
    anchor = re.search(r"(?i)\b(?:of|from|after|following)\s+(?P<what>.+)$", words)
    return bool(
        anchor
        and not re.search(r"(?i)report|publication|letter|inspection|review|today|date", anchor["what"])
    )


def _after(words: str, base: date) -> date | None:
    """`base` and the number of days, weeks, months, terms or years named."""
    match = re.search(
        r"(?i)(\d{1,3}|[a-z]+(?:-[a-z]+)?)\s*(?:\(\d+\)\s*)?((?:calendar|working|school)\s+)?(day|week|fortnight|month|year|term)",
        words,
    )
    if not match:
        return None
    amount = int(match[1]) if match[1].isdigit() else amounts().get(match[1].lower(), 0)
    unit = match[3].lower()
    if unit == "day" and (match[2] or "").strip().lower() == "working":
        return _working_days(base, amount)
    if unit in ("day", "week", "fortnight"):
        return base + timedelta(days=amount * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return _add_months(base, amount * {"month": 1, "year": 12, "term": 4}[unit])


def _working_days(base: date, amount: int) -> date:
    day = base
    while amount > 0:
        day += timedelta(days=1)
        amount -= day.weekday() < 5
    return day


def _add_months(base: date, months: int) -> date:
    year, month = divmod(base.month - 1 + months, 12)
    last = calendar.monthrange(base.year + year, month + 1)[1]
    return date(base.year + year, month + 1, min(base.day, last))


def cell_day(cell: str) -> date | None:
    """The day that a cell of a table is nothing but, the last of a month; None for a year or anything else.

    A day may be shown as the number by which spreadsheets count it: 45000 is 15 March 2023.
    """
    if counted := re.fullmatch(r"[45]\d{4}", cell.strip()):
        return date(1899, 12, 30) + timedelta(days=int(counted[0]))
    whole = whole_date(cell)
    return _day(whole) if whole and len(whole) > len("2026") else None


def _calendar_date(words: str, base: date | None) -> date | None:
    if day := cell_day(words):
        return day
    match = date_pattern().search(words)
    if not match:
        return None
    named = match.group()
    if not re.search(r"\d{4}", named) and (day := cell_day(named)):
        return day
    if _DAY_AND_MONTH.search(named):  # a day that does not exist is not a year either
        return _named_day(named, base)
    found = (
        festival_day(named, base)
        or _named_day(named, base)
        or quarter_end(named)
        or _named_term(named, base)
        or _year(named, base)
    )
    return beginning_of(named, found) if found and _BEGINNING.search(words) else found


_DAY_AND_MONTH = re.compile(
    r"\d\s*(?:st|nd|rd|th)?\s+(?:of\s+)?(?!financial|academic|school|municipal|year)[a-z]{3}|[a-z]{3}\.?\s+\d{1,2}\b(?!\s*[/–-])|\d{1,2}[/.]\d{1,2}[/.]\d",
    re.IGNORECASE,
)
_BEGINNING = re.compile(r"\b(?:beginning|start|early)\b", re.IGNORECASE)


def _named_day(words: str, base: date | None) -> date | None:
    """“3 August 2023”, "03/08/2023", "August 2023" (its last day), "31 March" (the next one)."""
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", words.strip())
    numeric = re.search(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})", words)
    if iso or numeric:
        year, month, day = (
            (iso[1], iso[2], iso[3])
            if iso
            else (numeric[3], numeric[2], numeric[1])
            if numeric
            else ("", "", "")
        )
        return _valid(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    months = [month[:3] for month in MONTHS]
    name = re.search(rf"(?i)\b({'|'.join(months)})[a-z]*", words)
    if not name:
        return None
    month = months.index(name[1].lower()) + 1
    day_match, year_match = (
        re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", words),
        re.search(r"\b(\d{4})\b", words),
    )
    if not year_match and not base:
        return None
    year = int(year_match[1]) if year_match else base.year + (month < base.month) if base else 0
    return _valid(year, month, int(day_match[1])) if day_match else _month_end(year, month)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def quarter_end(words: str) -> date | None:
    """The last day of a financial quarter that names its year."""
    match = re.search(quarter_form(), words, re.IGNORECASE)
    year = re.search(r"\b(\d{4}|\d{2}(?=\s*[/–-]\s*\d{2}\b))", words)
    if not match or not year:
        return None
    named = re.sub(r"q(?:uarter)?|\s", "", match.group().lower())
    quarter = int(named) if named.isdigit() else vocabulary("time")["quarters"][named]
    month = (6, 9, 12, 3)[quarter - 1]
    first = int(year[1]) + (2000 if len(year[1]) == 2 else 0)
    return _month_end(first + (quarter == 4), month)


def _named_term(words: str, base: date | None) -> date | None:
    """“Spring term 2024” ends in March, "summer 2024" in July, "autumn 2024" in December."""
    terms, year = vocabulary("time")["terms"], re.search(r"\b(\d{4})\b", words)
    name = re.search(rf"(?i)\b({'|'.join(terms)})\b", words)
    if not name or not (year or base):
        return None
    month, day = terms[name[1].lower()]
    if year:
        return date(int(year[1]), month, day)
    return date(base.year + ((month, day) < (base.month, base.day)), month, day) if base else None


def _year(words: str, base: date | None) -> date | None:
    """“2014/15” ends on 31 March 2015, "2027" on 31 December; "the academic year" on 31 July."""
    double = re.search(r"\b(\d{4})\s*[–/-]\s*(?:\d{4}|\d{2})\b", words)
    academic = re.search(r"(?i)academic|school", words)
    if double:
        return date(int(double[1]) + 1, 7, 31) if academic else date(int(double[1]) + 1, 3, 31)
    single = re.search(r"\b(\d{4})\b", words)
    if single:
        return date(int(single[1]), 12, 31)
    if not base:
        return None
    ahead = 1 if re.search(r"(?i)\bnext\b", words) else 0
    if re.search(r"(?i)financial|municipal", words):
        return date(base.year + (base.month > 3) + ahead, 3, 31)
    if academic:
        return date(base.year + (base.month > 7) + ahead, 7, 31)
    if re.search(r"(?i)month", words):
        return _month_end(base.year, base.month)
    return date(base.year + ahead, 12, 31) if re.search(r"(?i)year", words) else None
