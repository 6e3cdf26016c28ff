"""Periods: the months and financial years that a question names, and whether texts are of another one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.in_words import MONTHS

_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:(?:19|20))?(\d\d)\s?(?:[-–/]|to)\s?(?:20)?(\d\d)\b(?![-/]\d)")
_CENTURY = "20"


def periods_in(text: str) -> tuple[str, ...]:
    """The months ("March 2026") and financial years ("2026-27", however written) that a text names."""
    months = (f"{month.capitalize()} {year}" for month, year in _MONTH.findall(text))
    return tuple(dict.fromkeys((*months, *_financial(text))))


def of_another(period: str, texts: Iterable[str]) -> bool:
    """Do the first of the texts that name such periods name others alone?

    Texts that name none say nothing either way. The closest to what is told comes first.
    """
    monthly = period[0].isalpha()
    for text in texts:
        named = [one for one in periods_in(text) if one[0].isalpha() is monthly]
        if named:
            return period not in named
    return False


def _financial(text: str) -> list[str]:
    """Two years in a row, of this century."""
    found = _YEARS.findall(text)
    return [f"{_CENTURY}{one}-{two}" for one, two in found if int(two) == int(one) + 1]
