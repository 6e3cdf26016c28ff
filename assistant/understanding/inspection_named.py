"""Inspection named: the inspection that a question calls by its sort or year ("the 2023 JTAI")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.areas.subjects import names_of
from assistant.comparison.split import places_named
from assistant.words import YEAR
from ingest.records import DocumentRecord
from prompts import load_data

RULES = "vocabulary/inspections.yaml"

KINDS = ("inspection", "correspondence", "other")
"""Of these kinds an inspection's report or letter is; a plan made after a JTAI has it in its title too."""


@dataclass(frozen=True, slots=True)
class InspectionNamed:
    """What is called: a `sort` of inspection ("" for any), of a `year` ("" for any), about `places`.

    `papers` are those of the library that are so called, the newest first; `held` all inspections of the
    places. `later`, where it is asked what came of it, are the papers about the places that came after the
    newest of them; else None. `told`: by itself alone, so that no other paper answers for it.
    """

    sort: str
    year: str
    places: tuple[str, ...]
    papers: tuple[DocumentRecord, ...]
    held: tuple[DocumentRecord, ...]
    later: tuple[DocumentRecord, ...] | None
    told: bool

    @property
    def searched(self) -> tuple[DocumentRecord, ...]:
        """The papers that the question is put to."""
        return self.papers if self.later is None else self.later


def inspection_named(text: str, records: Sequence[DocumentRecord]) -> InspectionNamed | None:
    """The inspection that the text calls by its sort or year; None where it calls none, or several."""
    sorts = {name for name in load_data(RULES)["sorts"] for _ in _called(name).finditer(text)}
    year, firm = _year(text)
    if len(sorts) > 1 or not (sorts or year):
        return None
    sort, places = next(iter(sorts), ""), tuple(places_named(text, records))
    about = [one for one in records if not places or _is_about(one, places)]
    held = _newest_first(one for one in about if sort_of(one))
    papers = tuple(one for one in held if _fits(one, sort, year))
    if not papers and not sort and _reports().search(text):
        papers = tuple(one for one in _newest_first(about) if _fits(one, sort, year))
    since = (papers[0].published if papers else year) if _asks_after(text, sort) else None
    later = tuple(one for one in about if _after(one, since)) if since else None
    told = (bool(sort) or firm) and not _elsewhere().search(text)
    if not papers and not told and not later:
        return None
    return InspectionNamed(sort, year, places, papers, held, later, told)


def sort_of(record: DocumentRecord) -> str:
    """The sort of an inspection by its title; "" for what is none."""
    if record.kind not in KINDS:
        return ""
    sorts = load_data(RULES)["sorts"].items()
    return next((name for name, one in sorts if re.search(one["title"], record.title, re.IGNORECASE)), "")


def _fits(record: DocumentRecord, sort: str, year: str) -> bool:
    return (not sort or sort_of(record) == sort) and year in f"{record.published or ''} {record.period or ''}"


def _is_about(record: DocumentRecord, places: Sequence[str]) -> bool:
    return bool(record.subject) and not names_of(record.subject or "").isdisjoint(places)


def _newest_first(records: Iterable[DocumentRecord]) -> tuple[DocumentRecord, ...]:
    return tuple(sorted(records, key=lambda one: (one.published or "", one.id), reverse=True))


def _after(record: DocumentRecord, since: str) -> bool:
    return (record.published or "")[: max(len(since), 4)] > since


def _year(text: str) -> tuple[str, bool]:
    """The one year by which an inspection is called; and whether it stands beside it ("the 2025 inspection").

    "What did Ofsted say in 2025?" may be of another's year, of which a later paper tells.
    """
    years = set(YEAR.findall(text))
    if len(years) != 1:
        return "", False
    beside, by = _beside()
    year = next(iter(years))
    if beside.search(text):
        return year, True
    return (year, False) if by.search(text) else ("", False)


def _asks_after(text: str, sort: str) -> bool:
    """Is it asked what came of the inspection?"""
    rules = load_data(RULES)
    found = _called(sort).search(text) if sort else _any_called().search(text)
    before = text[: found.start()] if found and not _holds(text, "asked_of_it") else ""
    leads = rules["leading"]
    if re.search(rf"\b(?:{_either(rules['after'])}){leads}", before, re.IGNORECASE):
        return True
    settled = rf"\b(?:{_either(rules['settled'])})\b.*\b(?:{_either(rules['from'])}){leads}"
    return re.search(settled, before, re.IGNORECASE) is not None


def _holds(text: str, words: str) -> bool:
    return re.search(rf"\b(?:{_either(load_data(RULES)[words])})\b", text, re.IGNORECASE) is not None


@cache
def _called(sort: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(load_data(RULES)['sorts'][sort]['called'])})(?!\w)")


@cache
def _any_called() -> re.Pattern[str]:
    rules = load_data(RULES)
    return re.compile(rf"\b(?:{_either((*rules['any'], *rules['reports']))})\b", re.IGNORECASE)


@cache
def _reports() -> re.Pattern[str]:
    """A report, of whom is not said: an inspection's, or else any of its year."""
    said, reports = _either(load_data(RULES)["any"]), _either(load_data(RULES)["reports"])
    return re.compile(rf"^(?!.*\b(?:{said})\b).*\b(?:{reports})\b", re.IGNORECASE | re.DOTALL)


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An inspection with its year right before it or after it; and one who inspected, with a year."""
    rules: dict[str, Any] = load_data(RULES)
    sorts = "|".join(_either(one["called"]) for one in rules["sorts"].values())
    called = rf"(?:{_either((*rules['any'], *rules['reports']))}|{sorts})"
    before = rf"(?:19|20)\d\d\W+(?:(?:{_either(rules['adjectives'])})\W*)*{called}"
    after = rf"{called}{rules['between']}(?:19|20)\d\d"
    by = rf"\b(?:{_either(rules['by'])})\b.*\bin\W+(?:19|20)\d\d"
    return (
        re.compile(rf"\b(?:{before}|{after})\b", re.IGNORECASE),
        re.compile(by, re.IGNORECASE),
    )


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(load_data(RULES)["elsewhere"], re.IGNORECASE)


def _either(patterns: Iterable[str]) -> str:
    return "|".join(patterns)
