"""Relative: periods that a question tells from the day on which it is asked, by their names."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from assistant.in_words import MONTHS
from assistant.understanding.periods import RULES
from ingest.phrases import ONE_OR_MORE, VALUES
from ingest.recognition.days import NAMES, month_number
from prompts import load_data

_BEHIND = re.compile(r"\b(?:in|for|of|during|since|from|by|to|and|before|until|between)\s*$", re.IGNORECASE)
_SINCE = re.compile(rf"\bsince\s+(?P<month>{NAMES})\b(?!\s*\d)", re.IGNORECASE)


def told_by_date(text: str, as_of: date) -> str:
    """The text with "last quarter" as "Q2 2026-27", "since April" as "since April 2026" and "in the last six
    months" as "since June 2026".
    """

    def named(found: re.Match[str]) -> str:
        period = _NAMED[str(found.lastgroup).split("_")[0]](as_of, -int(str(found.lastgroup).split("_")[1]))
        return period if _BEHIND.search(text, 0, found.start()) else f"in {period}"

    def since(found: re.Match[str]) -> str:
        month = month_number(found["month"])
        return f"since {MONTHS[month - 1]} {as_of.year - (month > as_of.month)}"

    def stretch(found: re.Match[str]) -> str:
        number, months = (found["number"] or "1").lower(), load_data(RULES)["stretch"]["months"]
        count = int(number) if number.isdigit() else VALUES[number]
        return f"since {_month(as_of, -count * months[(found['unit'] or 'year').lower()])}"

    text = _of_last_month().sub(r"the \g<thing> of last month", text)
    return _SINCE.sub(since, _relative().sub(named, _stretch().sub(stretch, text)))


def _quarter(day: date, by: int) -> str:
    """The quarter so many after that of a day; years run from April to March."""
    at = (day.year * 12 + day.month - 4) // 3 + by
    return f"Q{at % 4 + 1} {_years(at // 4)}"


def _year(day: date, by: int) -> str:
    return _years(day.year - (day.month < 4) + by)


def _month(day: date, by: int) -> str:
    at = day.year * 12 + day.month - 1 + by
    return f"{MONTHS[at % 12]} {at // 12}"


def _years(first: int) -> str:
    return f"{first}-{(first + 1) % 100:02}"


def _calendar(day: date, by: int) -> str:
    return str(day.year + by)


_NAMED = {"quarter": _quarter, "year": _year, "month": _month, "calendar": _calendar}


@cache
def _stretch() -> re.Pattern[str]:
    """A number of units, or a year; "the last quarter" is one of those of a year."""
    rules = load_data(RULES)["stretch"]
    units = "|".join(rules["months"])
    form = rf"(?:(?P<number>\d+|{ONE_OR_MORE})\s+(?P<unit>{units})s?|year)\b(?!\s+of\b)"
    return re.compile(rf"\b{rules['opening']}\s+{form}", re.IGNORECASE)


@cache
def _of_last_month() -> re.Pattern[str]:
    return re.compile(rf"\b{load_data(RULES)['of_last_month']}", re.IGNORECASE)


@cache
def _relative() -> re.Pattern[str]:
    """Each wording in a group named by its unit and how many of these it goes back."""
    rules: dict[str, dict[int, list[str]]] = load_data(RULES)["relative"]
    groups = (
        f"(?P<{unit}_{-by}>{'|'.join(words)})" for unit, told in rules.items() for by, words in told.items()
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)
