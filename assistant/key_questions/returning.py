"""Returning: which agency a section 11 return is of, where no column of its tables says so."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assistant.actions.people import name_of
from assistant.key_questions.grades import WORDS
from assistant.register.bodies import agencies_in
from ingest.phrases import any_listed
from prompts.load import load_data

if TYPE_CHECKING:
    from ingest.document import Document

_HEAD = 1500
"""Characters at the head of a return in which a line names its agency."""
_BREAK = re.compile(r"\s*[:;,()|]\s*|\s+[–—-]\s+")
_YEAR = r"(?:19|20)\d{2}(?:\s*[-/–]\s*\d{2,4})?"


def agency_of(document: Document, heading: str) -> str:
    """The agency that a line of the return names, or the heading over a table, its title, or its author.

    Who completed it may be a person, whose agency, if any, stands beside the name.
    """
    head = document.text[:_HEAD]
    if line := _lines("named").search(head):
        return line[1].strip()
    signed = [line[1].partition(". ")[0].strip(" .") for line in _lines("signed").finditer(head)]
    beside = [part for line in signed for part in _BREAK.split(line) if agencies_in(part)]
    above = _names(heading) if heading != document.title else []
    others = [name for name in above if agencies_in(name)]
    others += [*_names(document.title), document.organisation or ""]
    found = [*beside, *(name for name in others if name and not any_listed(WORDS, "receivers").search(name))]
    found += [line for line in signed if not name_of(line)]
    return next(iter(found), str(load_data(WORDS)["nobody"]))


def _names(title: str) -> list[str]:
    """The parts of a title without the words and years at their ends that any return has."""
    parts = [_of_any().sub("", part.strip()).strip() for part in _BREAK.split(title)]
    return [part for part in parts if part[:1].isupper()]


@cache
def _lines(which: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{_entries(which)})\s*[:|]\s*([^|\n]{{3,80}})$", re.IGNORECASE | re.MULTILINE)


@cache
def _of_any() -> re.Pattern[str]:
    word = rf"(?<![\w’'-])(?:{_entries('of_any')}|{_YEAR})(?![\w’'-])"
    return re.compile(rf"^(?:{word}\s*)+|(?:\s*{word})+$", re.IGNORECASE)


def _entries(key: str) -> str:
    return "|".join(map(str, load_data(WORDS)[key]))
