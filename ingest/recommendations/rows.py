"""Rows: the recommendations of tables and sheets, with owner, deadline and measure from their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ingest.recommendations.clauses import skip_marker
from ingest.recommendations.columns import roles_of, text_columns, told
from ingest.recommendations.context import Context
from ingest.recommendations.context_deadline import names_a_time
from ingest.recommendations.headings import closes
from ingest.recommendations.items import Item
from ingest.recommendations.outline import Place
from ingest.recommendations.parse_request import parse_request
from ingest.recommendations.reads_as import is_refused

if TYPE_CHECKING:
    from ingest.document import Block, Document

_LEAST_ASKED, _LEAST_DONE = 3, 2
"""Words of a recommendation, and of an action ("Rewrite guidance")."""


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
