"""Rows: the recommendations of tables and sheets, with owner, deadline and measure from their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ingest.recommendations.clauses import skip_marker
from ingest.recommendations.columns import roles_of, text_column
from ingest.recommendations.context import Context
from ingest.recommendations.context_deadline import names_a_time
from ingest.recommendations.headings import closes
from ingest.recommendations.items import Item
from ingest.recommendations.outline import Place
from ingest.recommendations.reads_as import is_refused

if TYPE_CHECKING:
    from ingest.document import Block, Document


def rows_of(document: Document, around: Sequence[Place]) -> Iterator[Item]:
    """One item a row of each table that has a column of recommendations or actions."""
    roles: dict[str, int] = {}
    table, width = -1, 0
    for place in around:
        block = place.block
        if block.table != table:
            table, roles = block.table, {}
        if block.kind == "table_header":
            roles, width = (
                roles_of([_cell(document, block, index) for index in range(len(block.cells))]),
                len(block.cells),
            )
        elif block.kind == "table_row":
            if not roles and not width:
                roles = roles_of([_cell(document, block, index) for index in range(len(block.cells))])
                continue
            item = _item(document, place, roles)
            if item:
                yield item


def _cell(document: Document, block: Block, index: int) -> str:
    if index >= len(block.cells):
        return ""
    start, end = block.cells[index]
    return document.text[start:end].strip()


def _deadline(cells: dict[str, str]) -> str:
    """The revised date where the row has one, else the first that was set."""
    revised = cells.get("revised", "")
    return revised if names_a_time(revised) else cells.get("deadline", "")


def _item(document: Document, place: Place, roles: dict[str, int]) -> Item | None:
    column = text_column(roles)
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
    if len(words.split()) < 3 or is_refused(words):
        return None
    cells = {role: _cell(document, place.block, index) for role, index in roles.items()}
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
