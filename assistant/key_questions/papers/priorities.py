"""Priorities: a partnership's priorities by year, where its own papers list them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.key_questions.period import Period, dated
from assistant.slices import Slice
from ingest.document import Block, Document
from ingest.phrases import ONE_OR_MORE, TWO_OR_MORE
from ingest.records import DocumentRecord

KINDS = ("framework", "action_plan", "annual_report")
"""Kinds of document in which a partnership lists its own priorities."""

LONGEST = 9
"""A priority's name has at most so many words."""

_HEADED = re.compile(rf"^(?:\d+(?:\.\d+)*[.)]?\s+)?priority\s+(?:\d+|{ONE_OR_MORE})\s*[:.–—-]\s*(.+)$", re.I)
_LIST = re.compile(r"\bpriorities\b", re.I)
_OPENS = re.compile(r"\bpriorities\b[^.]{0,80}:\s*$", re.I)
"""A line that opens a list, where no heading does: "Our priorities for 2024 to 2026 are:"."""
_SENTENCE = re.compile(
    rf"\b(?:(?:{TWO_OR_MORE}|\d)\s+)?(?:\w+\s)?priorities(?:\s+(?:for|in|of)\s+(?:the\s+year\s+)?(20\d\d)\s?(?:[-–/]|to)\s?(\d\d(?:\d\d)?))?"
    r"(?:\s+(?:are|were|remain|will be)\s*:?|\s*:)\s+([^.]{8,240})[.]",
    re.I,
)
_YEARS = re.compile(r"\b(20\d\d)\s?[-–/]\s?(\d\d)\b")
_SPAN = re.compile(r"\b(20\d\d)\s?(?:to|[-–])\s?((?:20)?\d\d)\b")
_SPLIT = re.compile(r"\s*(?:;|,)\s*(?:and\s+)?|\s+and\s+(?=[^,;]*$)")
_END = re.compile(r"[,;:.(–—]| for a further| in view of| so that| because ")


@dataclass(frozen=True, slots=True)
class Priority:
    """One priority of one financial year ("2024-25"), and where it is listed."""

    name: str
    year: str
    piece: Slice


def priorities_in(document: Document, record: DocumentRecord) -> list[Priority]:
    """The priorities that a document lists, each once a year; none in a kind that lists nobody's own."""
    if record.kind not in KINDS:
        return []
    found: dict[tuple[str, str], Priority] = {}
    for priority in (*_headed(document, record), *_listed(document, record), *_said(document, record)):
        key = (priority.name.casefold(), priority.year)
        if 0 < len(priority.name.split()) <= LONGEST:
            found.setdefault(key, priority)
    return list(found.values())


def year_of(record: DocumentRecord) -> str:
    """The financial year a document covers, or years ("2025 to 2028"), else that of its publication."""
    titled = _SPAN.search(record.title) or _YEARS.search(f"{record.title} {record.period or ''}")
    return _named(*titled.groups()) if titled else financial_year(dated(record) or "")


def _named(first: str, last: str) -> str:
    """A financial year as "2024-25"; of several years, "2024 to 2026"."""
    last = last[-2:]
    return f"{first}-{last}" if int(first) % 100 + 1 == int(last) else f"{first} to {first[:2]}{last}"


def financial_year(date: str) -> str:
    """The year from April to March that a date falls into, "2024-25"; a bare year is the one begun in it."""
    if not date:
        return ""
    first = int(date[:4]) - (1 if len(date) >= 7 and date[5:7] < "04" else 0)
    return f"{first}-{(first + 1) % 100:02d}"


def covers(years: str, year: str) -> bool:
    """Is a financial year ("2025-26") that of a list of priorities, or one of its years ("2025 to 2028")?"""
    first, span, last = years.partition(" to ")
    return first <= year[:4] < last if span else years == year


def names_year(priority: Priority, years: Iterable[str]) -> bool:
    """Is one of these the year of the priority, or within its years?"""
    return any(year == priority.year or covers(priority.year, year) for year in years)


def years_in(text: str) -> list[str]:
    """The financial years that a text names."""
    return [f"{first}-{last}" for first, last in _YEARS.findall(text)]


def financial_years(period: Period) -> list[str]:
    """The financial years that a period touches, in order; none where it has no months."""
    first, last = financial_year(period.first)[:4], financial_year(period.last)[:4]
    return [financial_year(f"{year}-04") for year in range(int(first), int(last) + 1)] if first else []


def _headed(document: Document, record: DocumentRecord) -> Iterator[Priority]:
    """Lines "Priority 1: Neglect"."""
    for block in document.blocks:
        text = document.text[block.start : block.end]
        line = _HEADED.match(text.strip())
        if line and ". . ." not in text and block.kind in ("heading", "list_item", "paragraph"):
            piece = Slice(record.id, block.start, block.end)
            yield Priority(_name(line.group(1)), year_of(record), piece)


def _listed(document: Document, record: DocumentRecord) -> Iterator[Priority]:
    """List items under a heading that speaks of priorities, or a line that opens their list."""
    year = ""
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind == "heading":
            year = _year_in(text, record) if _LIST.search(text) and not _HEADED.match(text) else ""
        elif block.kind == "paragraph" and _OPENS.search(text):
            year = _year_in(text, record)
        elif year and _is_item(block):
            yield Priority(_name(text), year, Slice(record.id, block.start, block.end))


def _said(document: Document, record: DocumentRecord) -> Iterator[Priority]:
    """Sentences that list them: "three priorities: neglect, exploitation and early help"."""
    for block in document.blocks:
        if block.kind not in ("paragraph", "list_item"):
            continue
        text = document.text[block.start : block.end]
        for found in _SENTENCE.finditer(text):
            year = _named(found[1], found[2]) if found[1] else _before(text, found, record)
            piece = Slice(record.id, block.start + found.start(), block.start + found.end())
            names = [_name(part) for part in _SPLIT.split(found.group(3)) if part.strip()]
            if 1 < len(names) <= 8 and all(len(name.split()) <= LONGEST for name in names):
                yield from (Priority(name, year, piece) for name in names)


def _before(text: str, found: re.Match[str], record: DocumentRecord) -> str:
    """The year last named in the sentence before the list, else the document's."""
    start = text.rfind(". ", 0, found.start()) + 1
    years = _YEARS.findall(text[start : found.start()])
    return f"{years[-1][0]}-{years[-1][1]}" if years else year_of(record)


def _year_in(heading: str, record: DocumentRecord) -> str:
    years = _SPAN.search(heading) or _YEARS.search(heading)
    return _named(*years.groups()) if years else year_of(record)


def _is_item(block: Block) -> bool:
    return block.kind == "list_item" and not re.match(r"\d+\.\d", block.marker)


def _name(text: str) -> str:
    """The words before the first mark that ends a name, without number, bullet and article."""
    words = re.sub(r"^\W*(?:\d+[.)]?\s+)?(?:the\s+)?", "", text.strip(), flags=re.I)
    cut = _END.search(words)
    return " ".join((words[: cut.start()] if cut else words).split())
