"""Periods: the months, financial years and parts of a year that a question names, and whether texts are of
another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from assistant.in_words import MONTHS, day_in_words
from assistant.words import YEAR, words_in
from ingest.draft import CELL_JOINER
from ingest.phrases import alternatives
from ingest.recognition.days import full_days
from prompts import load_data

RULES = "vocabulary/periods.yaml"

_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_CENTURY = "20"
_YEARS = re.compile(
    rf"\b{_CENTURY}(\d\d)\s?(?:[-–/]|to)\s?(?:{_CENTURY})?(\d\d)\b(?![-/]\d)"
    r"|\b(?:in|for|of|during|since|q[1-4]|quarter \d) (\d\d)[-–/](\d\d)\b(?!\W*year)",
    re.IGNORECASE,
)
"""With the century, or after a word before a time: two numbers in a row may be ages too."""
_AT = re.compile(
    r"(?<!by )(?<!by the end of )\b(?:in|during|for|of|at|on)"
    r"\s+(?:(?:the|month|early|mid|late|end|of|\d{1,2}(?:st|nd|rd|th)?)[\s-]+)*$",
    re.IGNORECASE,
)
_NOT_AT = re.compile(
    r"\b(?:(?:since|before|after|following)\b[^,;]*|(?:by|until|to)\s+the\s+(?:end|start)\s+of\s+)$",
    re.IGNORECASE,
)
"""What stands before a month that says when it was, and before one that only says since or by when."""


def periods_in(text: str) -> tuple[str, ...]:
    """The months ("March 2026") and financial years ("2026-27", however written) that a text names."""
    months = (f"{month.capitalize()} {year}" for month, year in _MONTH.findall(text))
    return tuple(dict.fromkeys((*months, *_financial(text))))


def months_at(text: str) -> tuple[str, ...]:
    """The months in which what a text asks for was ("in March 2026"), not only since, before or by then."""
    told = (found for found in _MONTH.finditer(text) if _AT.search(text[: found.start()]))
    at = (found for found in told if not _NOT_AT.search(text[: found.start()]))
    return tuple(dict.fromkeys(f"{found[1].capitalize()} {found[2]}" for found in at))


def in_month(period: str, told: str, round_it: str, published: str | None, covered: str | None) -> bool:
    """Is what is `told` of the month: by its own words, else by what stands `round_it`, else by its paper?

    A month without a year is of the twelve before the paper was `published`. Neither a paper that reports on
    a whole year (`covered`) nor one without a date is of a month.
    """
    name, year = period.split()
    iso = f"{year}-{MONTHS.index(name) + 1:02}"
    texts = (told,) if _MONTH.search(told) else (told, round_it)
    if any(period in periods_in(text) or iso in _months_of(text) for text in texts):
        return True
    bare = re.search(rf"\b{name}\b(?!\s+(?:19|20)\d\d)", " ".join(texts))
    if bare and iso < (published or "")[:7] <= f"{int(year) + 1}{iso[4:]}":
        return True
    first, _, last = (covered or "").partition("/")
    whole_year = covered and (len(first) == len("2026") or last[:7] >= f"{int(first[:4]) + 1}{first[4:7]}")
    return not whole_year and (published or "").startswith(iso)


def _months_of(text: str) -> Iterable[str]:
    """The ISO months of the days in a text."""
    return (day[:7] for day in full_days(text))


def dated_cell(row: str, header: str) -> str:
    """What stands in the column of a row that says when it was; "" where the table has none."""
    named = _compiled("dated_columns")
    cells = zip(header.split(CELL_JOINER), row.split(CELL_JOINER), strict=False)
    return next((cell for name, cell in cells if named.fullmatch(name.strip())), "")


def parts_in(text: str) -> tuple[str, ...]:
    """The parts of a year that a text names, of whatever year: "Q2", "autumn", "first half of the year"."""
    return tuple(name for unit in _units() for name in _named_of(unit, text))


def part_words(text: str) -> frozenset[str]:
    """The words by which a text names parts of a year, lower-case."""
    forms = (_called(tuple(part["called"])) for unit in _units() for part in unit.values())
    return frozenset(word for form in forms for said in form.finditer(text) for word in words_in(said[0]))


def years_of(time: str) -> tuple[int, ...]:
    """The calendar years that a year ("2019") or one of those periods lies in."""
    year = int("".join(YEAR.findall(time)[:1]))
    return (year, year + 1) if "-" in time else (year,)


def of_another(period: str, texts: Iterable[str], published: str | None = None, *, met: bool = False) -> bool:
    """Do the first of the texts that name such a period name another alone: another financial year, the
    same month of another year, or another part of a year?

    Texts that name none say nothing either way, nor do other months, of which much is told beside. The
    closest to what is told comes first; what it only compares with says nothing. A paper `published` in the
    month (ISO) may be the very one that is asked about; one of a meeting (`met`) is of no other time.
    """
    own, *others = (*texts, "")
    texts = (_compared().sub(" ", own), *others)
    if unit := next((unit for unit in _units() if period in unit), None):
        named = next(filter(None, (_named_of(unit, text) for text in texts)), [])
        months = unit[period]["months"] if met and len(published or "") > len("2026") else []
        return period not in named if named else bool(months) and int((published or "")[5:7]) not in months
    month = period.split()[0] if period[0].isalpha() else ""
    if month and any(period in text for text in (day_in_words(published), *texts)):
        return False
    for text in texts:
        same = [one for one in periods_in(text) if one[0].isalpha() == bool(month) and one.startswith(month)]
        if same:
            return period not in same
    return bool(month and met and published)


def _financial(text: str) -> list[str]:
    """Two years in a row, of this century."""
    found = ((one or first, two or second) for one, two, first, second in _YEARS.findall(text))
    return [f"{_CENTURY}{one}-{two}" for one, two in found if int(two) == int(one) + 1]


def _units() -> Iterable[dict[str, Any]]:
    """The parts of each way to part a year, by their names."""
    units: Iterable[dict[str, Any]] = load_data(RULES)["parts"].values()
    return units


def _named_of(unit: dict[str, Any], text: str) -> list[str]:
    return [name for name, part in unit.items() if _called(tuple(part["called"])).search(text)]


@cache
def _called(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def _compared() -> re.Pattern[str]:
    """A period with the figure before it that another is compared with: "from 45 in 2024-25"."""
    figures, year = r"(?:[\w£%.,]*\d[\w%.,]*\s+)?", r"(?:\w+\s+){0,2}?20\d\d(?:[-–/]\d\d)?"
    part = "|".join(word for unit in _units() for part in unit.values() for word in part["called"])
    words = alternatives(load_data(RULES)["compared"])
    return re.compile(rf"\b(?:{words})\s+{figures}(?:(?:in|for)\s+)?(?:{year}|{part})\b", re.IGNORECASE)


@cache
def _compiled(key: str) -> re.Pattern[str]:
    return re.compile(alternatives(load_data(RULES)[key]), re.IGNORECASE)
