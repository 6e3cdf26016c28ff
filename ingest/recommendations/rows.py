"""Rows: the recommendations of tables and sheets, with owner, deadline and measure from their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from ingest.phrases import worded
from ingest.recommendations.clauses import skip_marker
from ingest.recommendations.context import Context
from ingest.recommendations.context_deadline import names_a_time
from ingest.recommendations.headings import closes
from ingest.recommendations.items import Item
from ingest.recommendations.outline import Place
from ingest.recommendations.parse_request import parse_request
from ingest.recommendations.reads_as import is_refused
from ingest.recommendations.words import vocabulary
from prompts.load import load_data

if TYPE_CHECKING:
    from ingest.document import Block, Document


_LEAST_ASKED, _LEAST_DONE = 3, 2
"""Words of a recommendation, and of an action ("Rewrite guidance")."""

_OF_PLANS = {"revised": "revised", "deadline": "due"}
"""Roles whose columns are called as in any plan of actions, and what they are called there."""
_grade = worded("actions/columns.yaml", "{grades}")


def rows_of(document: Document, around: Sequence[Place]) -> Iterator[Item]:
    """One item a row of each table that has a column of recommendations or actions."""
    in_tables = (place for place in around if place.block.kind in ("table_header", "table_row"))
    for _, table in groupby(in_tables, key=lambda place: place.block.table):
        rows = list(table)
        headers = [place for place in rows if place.block.kind == "table_header"] or rows[:1]
        roles = roles_of(_cells(document, headers[-1].block))
        below = [place for place in rows if place not in headers]
        column = _asked_in(document, below, roles)
        items = (_item(document, place, roles, column) for place in below)
        yield from filter(None, items)


def _asked_in(document: Document, rows: Sequence[Place], roles: dict[str, int]) -> int | None:
    """The column that asks: that of the recommendations, unless most are labels of what the actions do."""
    columns = text_columns(roles)
    if len(columns) < 2:
        return next(iter(columns), None)
    said = {_cell(document, place.block, columns[0]) for place in rows} - {""}
    asking = sum(parse_request(words).form not in ("none", "noun_phrase") for words in said)
    return columns[1 if asking * 2 < len(said) else 0]


def _cells(document: Document, block: Block) -> list[str]:
    return [_cell(document, block, index) for index in range(len(block.cells))]


def _cell(document: Document, block: Block, index: int) -> str:
    if index >= len(block.cells):
        return ""
    start, end = block.cells[index]
    return document.text[start:end].strip()


def _deadline(cells: dict[str, str]) -> str:
    """The revised date where the row has one, else the first that was set."""
    revised = cells.get("revised", "")
    return revised if names_a_time(revised) else cells.get("deadline", "")


def _item(document: Document, place: Place, roles: dict[str, int], column: int | None) -> Item | None:
    if (
        column is None
        or column >= len(place.block.cells)
        or any(closes(heading) for heading in place.headings)
    ):
        return None
    start, end = place.block.cells[column]
    text = document.text[start:end]
    skipped = skip_marker(text)
    words = text[skipped:].strip()
    least = _LEAST_DONE if column == roles.get("action") else _LEAST_ASKED
    if len(words.split()) < least or is_refused(words):
        return None
    cells = {role: told(_cell(document, place.block, index)) for role, index in roles.items()}
    context = Context(
        headings=place.headings,
        owner=cells.get("owner", ""),
        deadline=_deadline(cells),
        measure=cells.get("measure", ""),
        priority=cells.get("priority", ""),
        followed_up="status" in roles,
    )
    first = start + skipped
    return Item(
        first,
        first + len(text[skipped:].rstrip()),
        cells.get("number", ""),
        "table",
        re.sub(r"\W+", " ", words).lower().strip(),
        context,
    )


@cache
def _columns() -> dict[str, re.Pattern[str]]:
    """The names of each role's column, in the order in which the roles take one."""
    plans = load_data("actions/columns.yaml")
    times = {role: plans[name] for role, name in _OF_PLANS.items()}
    return named_by(times | vocabulary("headings")["columns"])


def roles_of(header: Sequence[str]) -> dict[str, int]:
    """Which column is the recommendation, action, owner, deadline (and the revised one), measure, priority,
    number, status.

    The first column that fits a role takes it; a column has one role. "No" beside "Yes" is no number.
    """
    grades = [cell for cell in header if _grade().fullmatch(cell.strip())]
    return parts_of([cell if cell not in grades or len(grades) < 2 else "" for cell in header], _columns())


def parts_of(header: Sequence[str], names: Mapping[str, re.Pattern[str]]) -> dict[str, int]:
    """The same for the parts of any table, by the names that their columns go by."""
    parts: dict[str, int] = {}
    for index, cell in enumerate(header):
        words = re.sub(r"[\s:*]+", " ", cell).strip()
        for part, name in names.items():
            if part not in parts and index not in parts.values() and name.fullmatch(words):
                parts[part] = index
    return parts


def named_by(names: Mapping[str, Sequence[str]]) -> dict[str, re.Pattern[str]]:
    """The names of each part's column as a pattern, in any case."""
    return {
        part: re.compile("|".join(f"(?:{name})" for name in names[part]), re.IGNORECASE) for part in names
    }


def told(cell: str) -> str:
    """What a cell says; "" where it stands for nothing, as a dash or "TBC" does."""
    return "" if cell.lower().rstrip(".") in _empty() else cell


@cache
def _empty() -> frozenset[str]:
    return frozenset(load_data("actions/columns.yaml")["empty"])


def text_columns(roles: dict[str, int]) -> tuple[int, ...]:
    """The columns whose cells may be the recommendations: their own, and that of the actions where it says
    who does them or by when; none for any other table.
    """
    planned = {"owner", "deadline", "revised"} & roles.keys()
    if "status" in roles and not planned and "measure" not in roles:
        return ()  # a report on what was recommended earlier
    found = [roles["recommendation"]] if "recommendation" in roles else []
    if "action" in roles and (planned or (not found and "measure" in roles)):
        found.append(roles["action"])
    return tuple(found)
