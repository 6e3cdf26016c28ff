"""Periods: the months and financial years that a question names, and whether texts are of another one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.in_words import MONTHS, day_in_words
from assistant.words import YEAR

_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_CENTURY = "20"
_YEARS = re.compile(
    rf"\b{_CENTURY}(\d\d)\s?(?:[-–/]|to)\s?(?:{_CENTURY})?(\d\d)\b(?![-/]\d)"
    r"|\b(?:in|for|of|during|since|q[1-4]|quarter \d) (\d\d)[-–/](\d\d)\b(?!\W*year)",
    re.IGNORECASE,
)
"""With the century, or after a word before a time: two numbers in a row may be ages too."""


def periods_in(text: str) -> tuple[str, ...]:
    """The months ("March 2026") and financial years ("2026-27", however written) that a text names."""
    months = (f"{month.capitalize()} {year}" for month, year in _MONTH.findall(text))
    return tuple(dict.fromkeys((*months, *_financial(text))))


def years_of(time: str) -> tuple[int, ...]:
    """The calendar years that a year ("2019") or one of those periods lies in."""
    year = int("".join(YEAR.findall(time)[:1]))
    return (year, year + 1) if "-" in time else (year,)


def of_another(period: str, texts: Iterable[str], published: str | None = None, *, met: bool = False) -> bool:
    """Do the first of the texts that name such a period name another alone: another financial year, or the
    same month of another year?

    Texts that name none say nothing either way, nor do other months, of which much is told beside. The
    closest to what is told comes first. A paper `published` in the month (ISO) may be the very one that is
    asked about; one of a meeting (`met`) is of no other month.
    """
    month, texts = period.split()[0] if period[0].isalpha() else "", tuple(texts)
    if month and any(period in text for text in (day_in_words(published), *texts)):
        return False
    for text in texts:
        named = [one for one in periods_in(text) if one[0].isalpha() == bool(month) and one.startswith(month)]
        if named:
            return period not in named
    return bool(month and met and published)


def _financial(text: str) -> list[str]:
    """Two years in a row, of this century."""
    found = ((one or first, two or second) for one, two, first, second in _YEARS.findall(text))
    return [f"{_CENTURY}{one}-{two}" for one, two in found if int(two) == int(one) + 1]
