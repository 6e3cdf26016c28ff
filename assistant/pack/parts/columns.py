"""Columns: how wide those of a table are on paper, and a table too wide for it cut into several."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from assistant.key_questions.ledger import Table
from assistant.pack.document import Column
from assistant.pack.shown import shown

ACROSS = 92
"""So many letters of a table stand side by side on a page of paper."""

CROWDED = 1.2
"""A table may be so many times too wide before it is cut."""

AIR = 3
"""Letters that the white beside a cell takes."""

MARKS = 3
"""Letters that a mark or two in the last column takes."""

LONGEST = 24
"""A longer word is broken."""


def columns_of(table: Table, rows: int) -> tuple[Column, ...]:
    """The columns, none narrower than its longest word; what is left goes to those that hold more."""
    least = _least(table, rows)
    left = max(ACROSS - sum(least), 0)
    weights = [min(max(length, 8), 160) ** 0.6 for length in _longest(table, rows)]
    widths = [narrow + left * weight / sum(weights) for narrow, weight in zip(least, weights, strict=True)]
    return tuple(
        Column(shown(name), width / sum(widths), numeric=_holds_numbers(texts))
        for name, width, texts in zip(table.header, widths, _texts(table, rows), strict=True)
    )


def cut(table: Table, rows: int) -> Iterator[Table]:
    """The table, or several with the same first column where its words are too wide for paper."""
    least = _least(table, rows)
    room = max(ACROSS - least[0], 1) if least else 1
    parts = math.ceil(sum(least[1:]) / room)
    others = range(1, len(table.header))
    if sum(least) <= CROWDED * ACROSS or len(others) < parts:
        yield table
        return
    each = math.ceil(len(others) / parts)
    groups = [others[at : at + each] for at in range(0, len(others), each)]
    for number, group in enumerate(groups, 1):
        kept = (0, *group)
        yield replace(
            table,
            title=f"{table.title} ({number}/{len(groups)})",
            header=tuple(table.header[at] for at in kept),
            rows=tuple(tuple(row[at] for at in kept if at < len(row)) for row in table.rows),
        )


def _holds_numbers(column: list[str]) -> bool:
    """Whether all that stands below its name are figures."""
    cells = [cell for cell in column[1:] if cell.strip()]
    return bool(cells) and all(cell.strip(" %").isdecimal() for cell in cells)


def _least(table: Table, rows: int) -> list[int]:
    """Letters of the longest word of each column, and some air."""
    words = [
        max((len(word) for text in column for word in text.split()), default=1)
        for column in _texts(table, rows)
    ]
    least = [min(length, LONGEST) + AIR for length in words]
    return [*least[:-1], least[-1] + MARKS] if least else []


def _longest(table: Table, rows: int) -> list[int]:
    return [max(len(text) for text in column) for column in _texts(table, rows)]


def _texts(table: Table, rows: int) -> list[list[str]]:
    """The words of each column, its name first."""
    return [
        [name, *(row[at] for row in table.rows[:rows] if at < len(row))]
        for at, name in enumerate(table.header)
    ]
