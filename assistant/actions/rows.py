"""Rows: what the tables of plans, trackers and minutes set down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.actions.columns import Roles, is_empty, roles_of, sets_down
from assistant.actions.days import dates_in, day_in, last_day
from assistant.actions.due import due_of
from assistant.actions.figures import shows_change
from assistant.actions.key import Key
from assistant.actions.reading import Reading, State, read_report
from assistant.actions.setdown import Origin, Report, SetDown, Span
from ingest.recommendations.clauses import skip_marker

if TYPE_CHECKING:
    from ingest.document import Block, Document

_COLOUR = re.compile(r"\W*(?:red|amber|green|blue|grey|gray|purple|yellow|black|white)\W*", re.IGNORECASE)
_POSITION = re.compile(
    r"\b(?:as at|as of|at|position (?:at|on))\s+(?:the\s+)?(?:end\s+of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"[A-Z][a-z]+\s+\d{4}",
)
_NUMBERED = re.compile(
    r"\s*(?:recommendation|rec|action)?\s*\.?\s*(\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*[.:)–-]?\s+", re.IGNORECASE
)


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
    for block in document.blocks:
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
            table.roles, table.header = roles_of(cells), cells
            continue
        if cells != table.header:
            row = _row(document, block, table, key, table.said_on)
            if row:
                yield row


def _row(document: Document, block: Block, table: _Table, key: Key, said_on: str | None) -> SetDown | None:
    if _is_group(document, block):
        table.group, table.carried = _first(document, block), {}
        return None
    asked = _carried(document, block, table, "recommendation") or table.group
    text = _cell(document, block, table.roles, "action") or asked
    if not text or (len(document.text[slice(*text)].split()) < 2 and not table.carried):
        return None
    if text == asked:
        asked = None
    start = _words_from(document, text)
    owner, agency = (_cell(document, block, table.roles, role) for role in ("owner", "agency"))
    due_words = _cell(document, block, table.roles, "due")
    due, due_kind = due_of(document.text[slice(*due_words)] if due_words else "", said_on)
    evidence, impact = (_cell(document, block, table.roles, role) for role in ("evidence", "impact"))
    words = _words_of(document)
    return SetDown(
        span=(block.start, block.end),
        origin=_origin(document, table.roles),
        text=(start, text[1]),
        wording=words((start, text[1])),
        number=words(_cell(document, block, table.roles, "number")),
        asked=asked,
        asked_wording=words(asked),
        asked_number=_asked_number(
            words(_cell(document, block, table.roles, "requested_by")), words(asked or text)
        ),
        owner=owner or agency,
        owner_words=words(owner or agency),
        agency=agency,
        agency_words=words(agency),
        due=due,
        due_kind=due_kind,
        due_words=due_words if due_kind else None,
        heading=table.heading,
        evidence=evidence,
        evidence_words=words(evidence),
        impact=impact,
        impact_words=words(impact),
        reports=tuple(_reports(document, block, table, key, said_on)),
    )


def _reports(
    document: Document, block: Block, table: _Table, key: Key, said_on: str | None
) -> Iterator[Report]:
    """One report a progress column, the last of them joined with what the status column says."""
    progress = [index for index in table.roles.get("progress", ()) if _span(document, block, index)]
    status = [index for index in table.roles.get("status", ()) if _span(document, block, index)]
    told = progress or status
    for index in told:
        span = _span(document, block, index)
        day = _column_day(table.header[index], said_on)
        if span is None:
            continue
        reading = read_report(document.text[slice(*span)], day)
        if index == told[-1]:
            reading = _with_status(document, block, status, key, reading, day)
        yield Report(
            span=span,
            said_on=day,
            state=reading.state,
            completed=reading.completed,
            late=reading.late,
            timely=reading.timely,
            measured=reading.measured,
            impact=shows_change(document.text[slice(*span)]),
            words=document.text[slice(*span)],
        )


def _with_status(
    document: Document, block: Block, status: list[int], key: Key, reading: Reading, day: str | None
) -> Reading:
    """The reading of a progress cell with what the status column says: a word, or a colour with its key."""
    for index in status:
        cell = document.text[slice(*(_span(document, block, index) or (0, 0)))]
        said = key.read(cell, day) if _COLOUR.fullmatch(cell) else read_report(cell, day)
        if said.state == "none":
            continue
        if reading.state == "none" or (
            said.state in ("rejected", "already_done") and not _COLOUR.fullmatch(cell)
        ):
            reading = Reading(
                said.state,
                reading.completed or said.completed,
                reading.late or said.late,
                reading.timely or said.timely,
                reading.measured,
            )
        elif not _COLOUR.fullmatch(cell):
            reading = Reading(
                _joined(reading, said),
                reading.completed or said.completed,
                reading.late or said.late,
                reading.timely or said.timely,
                reading.measured,
            )
    return reading


def _joined(progress: Reading, status: Reading) -> State:
    """The status column's "complete" stands over a narrative that sounds unfinished; else the words count."""
    return status.state if status.state == "done" and progress.state == "in_hand" else progress.state


def _column_day(label: str, said_on: str | None) -> str | None:
    """The day in a column's name ("Progress at April 2025"), else the document's."""
    days = [day for words in dates_in(label) if (day := day_in(words, said_on)) and len(day) > 4]
    return last_day(days[-1]) if days else said_on


def _position_day(before: str, said_on: str | None) -> str | None:
    """The day that the words above a table give for what it tells ("position at 31 May 2024"), else the
    document's.
    """
    found = [
        last_day(day)
        for match in _POSITION.finditer(before)
        if (day := day_in(match.group(), said_on)) and len(day) > 4
    ]
    return found[-1] if found and (not said_on or found[-1] <= last_day(said_on)) else said_on


def _origin(document: Document, roles: Roles) -> Origin:
    if not sets_down(roles):
        return "account"
    return "minutes" if document.kind == "minutes" else "plan"


def _asked_number(requested_by: str, asked: str) -> str:
    """The printed number of the recommendation that a row answers, from its own column or its words."""
    named = re.search(r"\d{1,3}(?:\.\d{1,3})*[a-z]?", requested_by)
    if named and len(requested_by) < 20:
        return named.group()
    match = _NUMBERED.match(asked)
    return match[1] if match else ""


def _is_group(document: Document, block: Block) -> bool:
    """A row that only its first cell, or one cell over all columns, fills: the heading of a group."""
    texts = [document.text[start:end].strip() for start, end in block.cells]
    filled = {text for text in texts if text}
    return len(texts) > 2 and len(filled) == 1 and len(next(iter(filled)).split()) > 1


def _first(document: Document, block: Block) -> Span | None:
    return next((span for index in range(len(block.cells)) if (span := _span(document, block, index))), None)


def _carried(document: Document, block: Block, table: _Table, role: str) -> Span | None:
    """The cell of the role; where it is blank, that of the row above, with which it is merged."""
    span = _cell(document, block, table.roles, role)
    if span:
        table.carried[role] = span
    return span or (table.carried.get(role) if "action" in table.roles else None)


def _cell(document: Document, block: Block, roles: Roles, role: str) -> Span | None:
    for index in reversed(roles.get(role, ())):
        span = _span(document, block, index)
        if span:
            return span
    return None


def _span(document: Document, block: Block, index: int) -> Span | None:
    if index >= len(block.cells):
        return None
    start, end = block.cells[index]
    text = document.text[start:end]
    if is_empty(text):
        return None
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def _words_from(document: Document, span: Span) -> int:
    return span[0] + skip_marker(document.text[span[0] : span[1]])


def _words_of(document: Document) -> Callable[[Span | None], str]:
    """The words of a slice on one line, "" for none."""
    return lambda span: " ".join(document.text[slice(*span)].split()) if span else ""
