"""Sentences from `prompts/` filled in; days, periods and titles as a sentence says them."""

from __future__ import annotations

import re
from string import Template

from ingest.recognition import days
from prompts import load_data

MONTHS = tuple(month.capitalize() for month in days.MONTHS)
TITLE_WORDS = 12
"""A longer title is cut in a sentence; its citation has the whole."""

_FORMS = re.compile(r"\[([^|\[\]]*)\|([^|\[\]]*\$(\w+)[^|\[\]]*)\]")
"""What is said of one, and of any other number: "[1 paper was|$count papers were]"."""


def filled(sentence: str, /, **values: object) -> str:
    """A sentence with its $names replaced; of "[1 paper was|$count papers were]" the form that agrees.

    KeyError where a value is missing.
    """
    agreed = _FORMS.sub(lambda forms: forms[1 if str(values[forms[3]]) == "1" else 2], sentence)
    return Template(agreed).substitute(values)


def version_in_words(version: str) -> str:
    """A library's state as a reader is told of it: what waits in it is said in words."""
    name, _, count = version.partition("-waiting")
    return filled(load_data("answer.yaml")["waiting"], version=name, count=count) if count else version


def day_in_words(day: str | None) -> str:
    """An ISO date in words: 24 May 2023, May 2023; a year, or what is no date, stays."""
    parts = (day or "").split("-")
    if len(parts) < 2 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= len(MONTHS):
        return day or ""
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{int(parts[2])} {month}" if len(parts) > 2 else month


def period_in_words(period: str) -> str:
    """An ISO interval of months in words: August 2022 to July 2024."""
    first, _, last = period.partition("/")
    return f"{day_in_words(first)} to {day_in_words(last)}" if last and last != first else day_in_words(first)


def short_title(title: str) -> str:
    """A title's first words."""
    words = title.split()
    return title if len(words) <= TITLE_WORDS else " ".join(words[:TITLE_WORDS]).rstrip(" ,:;–-") + " …"
