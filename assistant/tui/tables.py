"""Rows for the tables screen: actions, recommendations and challenges, each with the sources it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Citation
from assistant.render.plain import one_line, shortened

if TYPE_CHECKING:
    from assistant.actions.action import Action, ActionRegister, Field

LONGEST = 70
"""Characters of a cell; the source view has the whole."""


@dataclass(frozen=True)
class Row:
    """Safe cells under the table's columns, and what Enter opens."""

    cells: tuple[str, ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Listing:
    """One table: its name, the headings of its columns and its rows; `note` says why where there are none."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


def action_listing(register: ActionRegister) -> Listing:
    """Actions: what, who, by when, how far, judged as of the register's date."""
    columns = ("Action", "Owner", "Due", "Timing", "Status", "Last report")
    rows = tuple(_action_row(action, register.citations) for action in register.actions)
    return Listing(f"Actions ({len(rows)})", columns, rows, "The documents set down no action.")


def _action_row(action: Action, citations: Sequence[Citation]) -> Row:
    last = action.progress[-1] if action.progress else None
    fields = [action.text, action.owner, action.due_words, *action.progress, action.evidence, action.impact]
    numbers = dict.fromkeys(number for field in fields if field for number in field.citations)
    cells = (
        shortened(action.text.text, LONGEST),
        _cell(action.owner),
        action.due or _cell(action.due_words),
        action.timing.replace("_", " "),
        action.status.replace("_", " "),
        _cell(last),
    )
    return Row(cells, sources_of(numbers, citations))


def sources_of(
    numbers: Sequence[int] | dict[int, None], citations: Sequence[Citation]
) -> tuple[Citation, ...]:
    """The citations with these numbers, in their order."""
    by_number = {citation.n: citation for citation in citations}
    return tuple(by_number[number] for number in numbers if number in by_number)


def _cell(field: Field | None) -> str:
    return shortened(one_line(field.text), LONGEST) if field else ""
