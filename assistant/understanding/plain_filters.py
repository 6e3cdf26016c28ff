"""Plain filters: the documents that plain words of a question limit it to ("only audits", "since 2020")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.areas.subjects import about_places
from assistant.comparison.split import asks_for_change, places_named
from assistant.understanding.narrow import is_iso_date
from ingest.filters import Filters
from ingest.recognition.days import MONTHS, month_number
from ingest.records import DocumentRecord
from prompts import load_data

RULES = "evidence/routing.yaml"

_YEAR = r"(?:19|20)\d\d(?:[-/]\d\d)?"
_IN_YEAR = re.compile(rf"\b(?:in|during|for|of)\s+({_YEAR})\b", re.IGNORECASE)
_BETWEEN = re.compile(rf"\b(?:from|between)\s+({_YEAR})\s+(?:to|and|until)\s+({_YEAR})\b", re.IGNORECASE)
_SINCE = re.compile(rf"\bsince\s+(?:(?P<month>{'|'.join(MONTHS)})\s+)?(?P<year>{_YEAR})\b", re.IGNORECASE)
_BEFORE = re.compile(r"^\W*(?:from\s+)?before\s+((?:19|20)\d\d)\s*[:,]", re.IGNORECASE)
"""Of papers, not of what they tell: that may have been before, and told later."""
_LAST_INSPECTION = re.compile(
    r"\bsince\s+(?:the|our)\s+(?:last|latest|previous)\s+inspection\b", re.IGNORECASE
)


def plain_period(text: str, records: Sequence[DocumentRecord]) -> tuple[str, str]:
    """The text without the words that name a period, such as "in 2017", and the period."""
    if _LAST_INSPECTION.search(text):
        dates = sorted(one.published for one in records if one.kind == "inspection" and one.published)
        last = dates[-1] if dates else ""
        return _LAST_INSPECTION.sub("", text), f"{last[:7]}/9999" if last else ""
    if found := _BETWEEN.search(text):
        return _BETWEEN.sub("", text), f"{found.group(1)}/{found.group(2)}"
    if found := _SINCE.search(text):
        month = f"-{month_number(found['month']):02}" if found["month"] else ""
        return _SINCE.sub("", text), f"{found['year']}{month}/9999"
    if found := _IN_YEAR.search(text):
        return _IN_YEAR.sub("", text), found.group(1)
    return text, ""


def plain_filters(text: str, records: Sequence[DocumentRecord], filters: Filters) -> tuple[str, Filters]:
    """The text and filters with what plain words such as "only audits", "health only" or "since 2023" narrow.

    Words that narrow nothing in these records change nothing. Years between which something happened limit no
    papers, which may tell of it later, but no single sentence has to hold both.
    """
    for kind, words in load_data(RULES)["kinds"].items():
        only = rf"only\s+(?:(?:in|from|by)\s+)?(?:the\s+)?(?:{words})"
        pattern = re.compile(rf"\b(?:{only}|(?:{words})\s+only)\b", re.IGNORECASE)
        if pattern.search(text) and any(record.kind == kind for record in records):
            text, filters = pattern.sub("", text), replace(filters, kinds=(*filters.kinds, kind))
    for words, names in load_data(RULES)["bodies"].items():
        pattern = re.compile(rf"\b(?:only\s+{words}|{words}\s+only)\b", re.IGNORECASE)
        held = pattern.search(text) and [record.id for record in records if _is_of(record, names)]
        if held:
            text, filters = pattern.sub("", text), replace(filters, documents=tuple(held))
    return _by_time(text, records, filters)


def _by_time(text: str, records: Sequence[DocumentRecord], filters: Filters) -> tuple[str, Filters]:
    if found := _BEFORE.search(text):
        last = str(int(found[1]) - 1)
        if any(record.published[:4] <= last for record in records if record.published):
            return _tidy(_BEFORE.sub("", text)), replace(filters, until=filters.until or last)
    if _BETWEEN.search(text):
        return _tidy(_BETWEEN.sub("", text)), filters
    if _LAST_INSPECTION.search(text) or _SINCE.search(text):
        rest, period = plain_period(text, records)
        first = period.removesuffix("/9999")[: len("2024-03")]
        first = first if is_iso_date(first) else first[: len("2024")]  # "2015-16" is a year, not a month
        first = _after_year(first, text, records)
        dates = (record.published for record in records if record.published)
        if first and any(day[: len(first)] >= first[: len(day)] for day in dates):
            return _tidy(rest), replace(filters, since=filters.since or first)
    return _tidy(text), filters


def _after_year(first: str, text: str, records: Sequence[DocumentRecord]) -> str:
    """The year after, where it is asked what has changed since one and a later paper of the place may tell.

    The paper of that year tells what was to change.
    """
    if not (first.isdigit() and asks_for_change(text)):
        return first
    places, later = places_named(text, records), str(int(first) + 1)
    return later if any((one.published or "") >= later for one in about_places(records, places)) else first


def _is_of(record: DocumentRecord, names: str) -> bool:
    return re.search(names, f"{record.organisation or ''} {record.title}", re.IGNORECASE) is not None


def _tidy(text: str) -> str:
    return re.sub(r"[\s,]+([?.,])", r"\1", " ".join(text.split())).strip(" ,")
