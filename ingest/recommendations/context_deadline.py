"""The deadline that stands round a recommendation: in its row, lead-in, heading or the next sentence."""

from __future__ import annotations

import re

from ingest.phrases import ONE_OR_MORE
from ingest.recommendations.context import Context
from ingest.recommendations.date_patterns import date_pattern
from ingest.recommendations.dates import cell_day, resolve
from ingest.recommendations.recommendation import Deadline, Source, TimeType
from ingest.recommendations.times import find_time


def find_context_deadline(context: Context) -> Deadline | None:
    """The nearest deadline of the context, or None. A bare date counts in a table's deadline column only."""
    cell = _from_cell(context.deadline, context.counted_from)
    if cell:
        return cell
    places: list[tuple[str, Source]] = [(context.lead_in, "lead_in")]
    places += [(heading, "heading") for heading in reversed(context.headings)]
    places.append((context.following, "following"))
    for words, source in places:
        found = _from_words(words, source, context.counted_from)
        if found:
            return found
    return None


def names_a_time(cell: str) -> bool:
    """Whether a cell of a table says by when: no dash, "TBC" or "no change"."""
    return _from_cell(cell, None) is not None


def _from_cell(cell: str, published: str | None) -> Deadline | None:
    words = cell.strip()
    if not words:
        return None
    if re.fullmatch(r"(?i)(?:tbc|tba|n/?a|-|–|none|\?)\.?", words):
        return None
    kind = _cell_type(words)
    return Deadline(words, resolve(words, kind, published), kind, None, "table") if kind else None


def _cell_type(words: str) -> TimeType | None:
    if re.fullmatch(r"(?i)(?:with\s+)?immediate(?:ly)?(?:\s+effect)?\W*|now|at once", words):
        return "immediate"
    if re.fullmatch(r"(?i)a\.?s\.?a\.?p\.?|urgent(?:ly)?", words):
        return "soft"
    if re.search(r"(?i)\bongoing\b|\bcontinu", words) and not date_pattern().search(words):
        return "recurring"
    if date_pattern().search(words) or cell_day(words):
        return "date"
    if re.search(
        rf"(?i)\b(?:\d+|{ONE_OR_MORE})\s+(?:working\s+)?(?:day|week|month|year|term)s?\b",
        words,
    ):
        return "period"
    found = find_time(words)
    return found.type if found else None


def _from_words(words: str, source: Source, published: str | None) -> Deadline | None:
    """The deadline of a heading or lead-in; its last sentence speaks, for that is nearest the list."""
    if not words.strip():
        return None
    found = find_time(words, published)
    if not found or (
        source in ("heading", "following") and found.type not in ("date", "period", "immediate")
    ):
        return None
    quoted = words[found.span[0] : found.span[1]]
    return Deadline(quoted, resolve(quoted, found.type, published), found.type, None, source)
