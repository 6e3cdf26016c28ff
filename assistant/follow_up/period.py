"""Period: the year, quarter or month that a question names, and the one before or after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Any

from assistant.follow_up.cues import words_of
from ingest.recognition.days import MONTHS
from prompts import load_data

YEAR = r"(?:19|20)\d\d(?:[-–/]\d\d)?"
"""A year, or two in one: 2025-26."""

_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Shift:
    """So many years, quarters or months on, or back where `by` is below 0."""

    unit: str
    by: int


def shift_asked(text: str) -> Shift | None:
    """The shift of "and the quarter before?"; None where the text asks for no more than another period."""
    rules = _rules()
    found = re.fullmatch(rules["asking"], words_of(text))
    if not found:
        return None
    way = found["after"] or found["ahead"]
    return Shift(found["unit"] or found["first"], -1 if way in rules["back"] else 1)


def period_moved(text: str, question: str, titles: Sequence[str] = ()) -> str:
    """The question put to the period that the text asks for; "" where it asks for none, or none is known.

    A question of no period, or of "last year", is of the one that a title of the papers quoted names.
    """
    shift = shift_asked(text)
    if not shift:
        return ""
    if moved := shifted(question, shift):
        return f"{moved[:1].upper()}{moved[1:].rstrip(' ?.')}?"
    named = next(
        (hit[0] for title in titles for hit in re.finditer(_pattern(shift), title, re.IGNORECASE)), ""
    )
    bare = re.sub(rf",? ?(?:in )?\b(?:{relative()})", "", question.strip(" ?"), flags=re.IGNORECASE)
    return f"{bare[:1].upper()}{bare[1:]} in {shifted(named, shift)}?" if named else ""


def shifted(question: str, shift: Shift) -> str:
    """The question put to the period before or after the last that it names; "" where it names none."""
    moved = {"year": _year_moved, "quarter": _quarter_moved, "month": _month_moved}[shift.unit]
    hits = list(re.finditer(_pattern(shift), question, re.IGNORECASE))
    if not hits:
        return ""
    start, end = hits[-1].span()
    return f"{question[:start]}{moved(hits[-1][0], shift.by)}{question[end:]}"


def _pattern(shift: Shift) -> str:
    return {"year": YEAR, "quarter": quarter(), "month": _month()}[shift.unit]


@cache
def relative() -> str:
    """A period told from today, as a pattern."""
    units = "(?:year|quarter|month)"
    return "|".join(Template(one).substitute(unit=units) for one in _rules()["relative"])


@cache
def quarter() -> str:
    """A quarter as a pattern: "Q2", "Q2 2026-27", "the second quarter of 2025"."""
    named = rf"(?:Q|quarter )[1-4]|(?:{'|'.join(_rules()['ordinals'])}) quarter"
    return rf"\b(?:the )?(?:{named})\b(?:,? (?:of |in )?{YEAR})?"


@cache
def _month() -> str:
    return rf"\b(?:{'|'.join(MONTHS)}) {YEAR}"


def _year_moved(words: str, by: int) -> str:
    first = int(words[:4]) + by
    return f"{first}{words[4]}{(first + 1) % 100:02}" if len(words) > 4 else str(first)


def _quarter_moved(words: str, by: int) -> str:
    """The quarter moved in its own words, with its year where it passes the year's end."""
    ordinals = _rules()["ordinals"]
    bare = re.sub(YEAR, "", words)
    number = re.search(r"[1-4]", bare)
    named = next((one for one in ordinals if re.search(rf"\b{one}\b", words, re.IGNORECASE)), "")
    at = (int(number[0]) - 1 if number else ordinals.index(named)) + by
    years, at = divmod(at, _QUARTERS)
    told = re.sub(YEAR, lambda year: _year_moved(year[0], years), words)
    if number:
        return f"{told[: number.start()]}{at + 1}{told[number.end() :]}"
    return re.sub(named, ordinals[at], told, flags=re.IGNORECASE)


def _month_moved(words: str, by: int) -> str:
    name, year = words.rsplit(" ", 1)
    years, at = divmod(MONTHS.index(name.lower()) + by, len(MONTHS))
    return f"{MONTHS[at].capitalize()} {_year_moved(year, years)}"


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = load_data("follow-ups.yaml")["period"]
    return rules
