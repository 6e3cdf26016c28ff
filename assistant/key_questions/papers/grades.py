"""Grades: how agencies mark themselves against standards, in numbers, words, letters and colours."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ingest.cell_colour import parted
from ingest.phrases import word_set
from prompts.load import load_data

WORDS = "evidence/section-11.yaml"
_NUMBER = re.compile(r"\d(?:\.\d)?")
_PARTS = re.compile(r"\s*(?:[-–—:;,/().]|\s-\s)+\s*")


def grade_of(cell: str, *, alone: bool) -> str:
    """The grade that a cell holds, "" for none; with `alone` the cell holds nothing else.

    Otherwise an explanation may follow it: "Partly met: see the plan".
    """
    plain = " ".join(cell.split())
    if not plain:
        return ""
    if _level(plain) is not None or plain.lower() in word_set(WORDS, "no_grade"):
        return plain
    parts = [part for part in _PARTS.split(plain) if part]
    graded = [_level(part) is not None for part in parts]
    if parts and all(graded):
        return plain
    first = parts[0] if parts else ""
    return first if not alone and graded[:1] == [True] and len(first) > 1 else ""


def is_lower(one: str, other: str) -> bool:
    """Whether one grade is lower than another of the same scale."""
    first, second = _level(one), _level(other)
    return first is not None and second is not None and first[0] == second[0] and first[1] < second[1]


def _level(grade: str) -> tuple[int, float] | None:
    """The scale that a grade is of and its place there."""
    words, fill = parted(grade)
    plain = " ".join(re.sub(r"[/–-]", " ", words or fill).split()).lower()
    number = _NUMBER.fullmatch(plain)
    return (-1, float(plain)) if number else _levels().get(plain)


@cache
def _levels() -> dict[str, tuple[int, float]]:
    scales: Any = load_data(WORDS)["scales"]
    return {
        str(name).replace("-", " "): (scale, float(place))
        for scale, levels in enumerate(scales)
        for place, names in enumerate(levels)
        for name in names
    }
