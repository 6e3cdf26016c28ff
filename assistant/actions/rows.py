"""Rows: what the tables of plans, trackers and minutes set down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.actions.cells import Cells
from assistant.actions.columns import Roles, roles_of, sets_down, with_second_line
from assistant.actions.days import dates_in, day_in, last_day
from assistant.actions.due import due_of
from assistant.actions.key import Key
from assistant.actions.lettered import apart
from assistant.actions.named import named_in
from assistant.actions.people import without_former
from assistant.actions.references import LABEL, NUMBER
from assistant.actions.row_reports import RowReports
from assistant.actions.setdown import Origin, SetDown, Span
from ingest.document import Document

_POSITION = re.compile(
    r"\b(?:as at|as of|at|position (?:at|on))\s+(?:the\s+)?(?:end\s+of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"[A-Z][a-z]+\s+\d{4}",
)
_COUNT = re.compile(r"\W*\d[\d\s.,%/()]*(?:(?:out )?of \d+)?\W*")
_NUMBERED = re.compile(rf"\s*(?:recommendation|rec|action)?\s*\.?\s*({NUMBER})\s*[.:)–-]?\s+", re.IGNORECASE)
_ASKED = re.compile(rf"\W*(?:{LABEL}|r)?(?P<number>{NUMBER})\W*", re.IGNORECASE)
"""A cell that gives the recommendation answered by its number alone."""
_ASKED_IN = re.compile(rf"\b(?:recommendation|rec|r)\.?\s*(?P<number>{NUMBER})\b", re.IGNORECASE)
REPORTS = frozenset({"review", "audit", "inspection"})
"""Kinds whose table of recommendations, for whom and by when, is what they ask for and no plan."""


@dataclass(slots=True)
class _Table:
    """The table being read: its columns, and the cells with which blank ones below are merged."""

    header: list[str] = field(default_factory=list)
    roles: Roles = field(default_factory=dict)
    carried: dict[str, Span] = field(default_factory=dict)
    heading: str = ""
    said_on: str | None = None
    group: Span | None = None


def rows_of(document: Document, said_on: str | None) -> Iterator[SetDown]:
    """What each row of each plan, tracker or action table of the document sets down."""
    key, table, number, heading, before = Key(document.text), _Table(), -1, "", ""
    for at, block in enumerate(document.blocks):
        if block.kind == "heading":
            heading = before = document.text[block.start : block.end]
        if block.table < 0:
            number, before = -1, f"{heading}. {document.text[block.start : block.end]}"
            continue
        cells = [document.text[start:end].strip() for start, end in block.cells]
        if block.table != number or block.kind == "table_header":
            number = block.table
            roles = roles_of(cells)
            table = _Table(cells, roles, heading=heading, said_on=_position_day(before, said_on))
            if roles or block.kind == "table_header":
                continue
        if not table.roles:
            # A title line may stand above the header of a sheet.
            table.header = with_second_line(table.header, cells) or cells
            table.roles = roles_of(table.header)
            continue
        if names := with_second_line(table.header, cells):
            table.roles, table.header = roles_of(names), names
        elif cells != table.header:
            of_row = Cells(document, block, table.roles)
            below = [one.cells[0] for one in document.blocks[at + 1 : at + 2] if one.table == number]
            if row := _row(of_row, table, key, of_row.words(*below) if below else ""):
                yield from apart(row, of_row, table.said_on)


def _row(cells: Cells, table: _Table, key: Key, following: str) -> SetDown | None:
    if group := cells.group(following):
        table.group, table.carried = group, {}
        return None
    asked = _carried(cells, table, "recommendation") or table.group
    text = cells.of("action") or asked
    owner, due_words = cells.of("owner") or cells.of("agency"), cells.of("due")
    if cells.document.kind == "section_11" and "action" in cells.roles and not cells.of("action"):
        return None  # a standard that is met asks for nothing
    if not text or _is_count(cells.text(text)) or (len(cells.text(text).split()) < 2 and not table.carried):
        return None
    if text == asked:
        asked = None
    owner = owner or named_in(cells, text)
    due, due_kind = due_of(cells.text(due_words) if due_words else "", table.said_on)
    evidence, impact = cells.of("evidence"), cells.of("impact")
    words, own = cells.words, cells.after_marker(text)
    asked_by = words(_carried(cells, table, "requested_by"))
    reported = day_in(words(cells.of("reported")), table.said_on)
    said_on = last_day(reported) if reported else table.said_on
    reports = tuple(RowReports(table.header, key, said_on, due, words(own)).reports(cells))
    if reports and not sets_down(cells.roles) and all(_is_count(report.words) for report in reports):
        return None
    return SetDown(
        span=(cells.block.start, cells.block.end),
        origin=_origin(cells),
        text=own,
        wording=words(own),
        number=words(cells.of("number")),
        asked=asked,
        asked_wording=words(asked),
        asked_number=_asked_number(asked_by, words(asked or text)),
        owner=owner,
        owner_words=without_former(words(owner)),
        due=due,
        due_kind=due_kind,
        due_words=due_words if due_kind else None,
        due_wording=words(due_words),
        heading=table.heading,
        evidence=evidence,
        evidence_words=words(evidence),
        impact=impact,
        impact_words=words(impact),
        reports=reports,
        source="" if _ASKED.fullmatch(asked_by) else asked_by,
    )


def _position_day(before: str, said_on: str | None) -> str | None:
    """The day that the words above a table give it ("position at 31 May 2024"), else the document's."""
    found = [
        last_day(day)
        for match in _POSITION.finditer(before)
        if (day := day_in(match.group(), said_on)) and len(day) > 4
    ]
    return found[-1] if found and (not said_on or found[-1] <= last_day(said_on)) else said_on


def _origin(cells: Cells) -> Origin:
    if not sets_down(cells.roles):
        return "account"
    if (
        cells.document.kind in REPORTS
        and not {"action", "progress", "status", "completed"} & cells.roles.keys()
    ):
        return "request"
    return "minutes" if cells.document.kind == "minutes" else "plan"


def _is_count(cell: str) -> bool:
    """Whether a cell holds a bare figure, which reports on no action."""
    return bool(_COUNT.fullmatch(cell)) and not dates_in(cell)


def _asked_number(requested_by: str, asked: str) -> str:
    """The printed number of the recommendation that a row answers, from its own column or its words."""
    if named := _ASKED.fullmatch(requested_by) or _ASKED_IN.search(requested_by):
        return named["number"].lower()
    match = _NUMBERED.match(asked)
    return match[1] if match else ""


def _carried(cells: Cells, table: _Table, role: str) -> Span | None:
    """The cell of the role; where it is blank, that of the row above, with which it is merged."""
    if span := cells.of(role):
        table.carried[role] = span
    return span or (table.carried.get(role) if "action" in table.roles else None)
