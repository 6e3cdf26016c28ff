"""Rows for the tables screen: recommendations, actions and challenges, each with the sources it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.actions.sift import timing_of
from assistant.answer import Citation, by_number
from assistant.check.assessment import LETTERS
from assistant.render.plain import one_line, shortened

if TYPE_CHECKING:
    from assistant.actions.action import Action, ActionRegister, Field
    from assistant.journal.log import ChallengeLog, LoggedChallengeAsOf
    from assistant.register.entry import Entry
    from assistant.register.register import Register
    from ingest.records import DocumentRecord

DATE = 10
"""Columns of the screen that a date takes."""

SMART = "Specific, Measurable, Achievable, Relevant, Time-bound: 2 met, 1 in part, 0 missing, - not judged."
"""What the letters and figures of the table of recommendations mean."""

LONGEST = 160
"""Characters of a cell; the source view has the whole."""


@dataclass(frozen=True)
class Column:
    """A heading and how much of the width it gets, against the other columns' shares.

    `least` is the width below which its cells break badly, in columns of the screen. Where there is not room
    for that in all of them, the columns that are `spare` are left out.
    """

    heading: str
    share: int
    least: int = 8
    spare: bool = False


@dataclass(frozen=True)
class Row:
    """Safe cells under the table's columns, and what Enter opens."""

    cells: tuple[str, ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Listing:
    """One table: its name, its columns and its rows; `note` says why where there are none.

    `legend` says what its cells mean.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    legend: str = "Enter opens the source of a row."


def action_listing(register: ActionRegister) -> Listing:
    """Actions: what, who, by when, how far, judged as of the register's date."""
    columns = (
        Column("Action", 8, 13),
        Column("Owner", 4, 10),
        Column("Due", 3, DATE),
        Column("Timing", 3, 8),
        Column("Status", 3, 9),
        Column("Last report", 6, 16, spare=True),
    )
    rows = tuple(_action_row(action, register.citations) for action in register.actions)
    return Listing(f"Actions ({len(rows)})", columns, rows, "The documents set down no action.")


def recommendation_listing(register: Register, records: Iterable[DocumentRecord]) -> Listing:
    """Recommendations with their SMART letters: 2 met, 1 partly, 0 missing, read with their context."""
    columns = (
        Column("Recommendation", 9, 18),
        Column("Document", 4, 12, spare=True),
        Column("Date", 2, DATE, spare=True),
        Column("Owner", 4, 11),
        Column("Due", 2, DATE),
        *(Column(letter[0].upper(), 0, 1) for letter in LETTERS),
    )
    hashes = {record.id: record.sha256 for record in records}
    rows = tuple(_recommendation_row(entry, hashes.get(entry.document_id, "")) for entry in register.entries)
    note = "No recommendation was found in the documents."
    return Listing(f"Recommendations ({len(rows)})", columns, rows, note, SMART)


def challenge_listing(log: ChallengeLog) -> Listing:
    """The challenge log: what was put to whom, and what came of it."""
    columns = (
        Column("Id", 1, 3),
        Column("Challenge", 8, 20),
        Column("Owner", 3),
        Column("Put", 3, DATE, spare=True),
        Column("Status", 3),
        Column("Came of it", 7),
    )
    rows = tuple(_challenge_row(one, log.citations) for one in log.challenges)
    note = "No challenge is in the log. F9 puts one there from a ledger."
    return Listing(f"Challenges ({len(rows)})", columns, rows, note)


def _due(action: Action) -> str:
    first = f", first {action.first_due}" if action.first_due else ""
    return f"{action.due}{first}" if action.due else _cell(action.due_words)


def _owner(action: Action) -> str:
    first = f", first {_cell(action.first_owner)}" if action.first_owner else ""
    return f"{_cell(action.owner)}{first}"


def _action_row(action: Action, citations: Sequence[Citation]) -> Row:
    last = action.latest
    numbers = dict.fromkeys(number for field in action.fields for number in field.citations)
    cells = (
        shortened(action.text.text, LONGEST),
        _owner(action),
        _due(action),
        timing_of(action).replace("_", " "),
        action.status.replace("_", " ") + (", papers disagree" if action.disputed else ""),
        _cell(last),
    )
    return Row(cells, _sources(numbers, citations))


def _recommendation_row(entry: Entry, sha256: str) -> Row:
    levels = [_level(entry.criteria_with_context.get(letter)) for letter in LETTERS]
    cells = (
        shortened(entry.text, LONGEST),
        shortened(entry.title or entry.document, 60),
        entry.published or "",
        one_line(entry.owner.text) if entry.owner else "",
        (entry.deadline.date or one_line(entry.deadline.text)) if entry.deadline else "",
        *levels,
    )
    return Row(cells, (_citation_of(entry, sha256),))


def _citation_of(entry: Entry, sha256: str) -> Citation:
    return Citation(
        n=1,
        document_id=entry.document_id,
        document_sha256=sha256,
        document=entry.document,
        path=entry.path,
        title=entry.title,
        published=entry.published,
        page_index=entry.page_index,
        page_label=entry.page_label,
        heading=entry.heading,
        start=entry.start,
        end=entry.end,
        quote=entry.text,
        superseded_by=entry.superseded_by,
    )


def _challenge_row(one: LoggedChallengeAsOf, citations: Sequence[Citation]) -> Row:
    came = "; ".join(one_line(words) for words in (one.response, one.outcome, one.impact) if words)
    cells = (
        one.id,
        shortened(one.text, LONGEST),
        one_line(one.owner),
        one.put,
        "overdue" if one.overdue else one.status,
        shortened(came, LONGEST),
    )
    return Row(cells, _sources(one.citations, citations))


def _sources(numbers: Iterable[int], citations: Sequence[Citation]) -> tuple[Citation, ...]:
    cited = by_number(citations)
    return tuple(cited[number] for number in numbers if number in cited)


def _level(level: int | None) -> str:
    return "-" if level is None else str(level)


def _cell(field: Field | None) -> str:
    return shortened(field.text, LONGEST) if field else ""
