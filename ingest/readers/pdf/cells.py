"""Cells: the words of a page put into the cells of its tables."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.readers.pdf.glyphs import Glyphs
from ingest.readers.pdf.lattice import Grid
from ingest.readers.pdf.lines import Line, Table, make_line

Floats = npt.NDArray[np.floating[Any]]

FILLED_RULED, FILLED_FREE = 0.3, 0.45
"""Share of the cells that must hold text, with rules and without: charts have grids of empty boxes."""


def fill_grid(glyphs: Glyphs, page: int, grid: Grid, taken: set[int], least: float) -> Table | None:
    """The table of a grid; None where it holds too little text to be one.

    `taken`: positions of characters that belong to other tables already; `least`: share of the cells that
    must hold text.
    """
    centres_x, centres_y = _word_centres(glyphs)
    left, top, right, bottom = grid.box
    within = (
        glyphs.inked
        & ~glyphs.slanted
        & (centres_x > left)
        & (centres_x < right)
        & (centres_y > top)
        & (centres_y < bottom)
    )
    inside = [index for index in np.flatnonzero(within).tolist() if index not in taken]
    columns = np.clip(np.searchsorted(grid.xs, centres_x[inside]) - 1, 0, len(grid.xs) - 2)
    rows = np.clip(np.searchsorted(grid.ys, centres_y[inside]) - 1, 0, len(grid.ys) - 2)
    owner = _owners(grid)
    members: dict[int, list[int]] = {}
    for index, row, column in zip(inside, rows.tolist(), columns.tolist(), strict=True):
        members.setdefault(owner[row, column], []).append(index)
    if len(members) < max(2, least * len(grid.cells)):
        return None
    table: list[list[list[Line]]] = [[[] for _ in grid.xs[1:]] for _ in grid.ys[1:]]
    for number, indexes in members.items():
        row, column = grid.cells[number][:2]
        table[row][column] = cell_lines(glyphs, page, indexes)
    return Table(page, grid.box, table, set(inside))


def _word_centres(glyphs: Glyphs) -> tuple[Floats, Floats]:
    """For each character, x and y of the middle of its word: a word is never divided between cells."""
    starts = ~glyphs.inked
    starts[[at for at in glyphs.breaks if at < len(starts)]] = True
    words = np.cumsum(starts)
    count = np.maximum(np.bincount(words, weights=glyphs.inked), 1)
    middles = []
    for axis in (0, 1):
        own = (glyphs.boxes[:, axis] + glyphs.boxes[:, axis + 2]) / 2
        middles.append((np.bincount(words, weights=own * glyphs.inked) / count)[words])
    return middles[0], middles[1]


def _owners(grid: Grid) -> dict[tuple[int, int], int]:
    """For each base cell (row, column), the number of the cell that covers it."""
    return {
        (row, column): number
        for number, (r0, c0, r1, c1) in enumerate(grid.cells)
        for row in range(r0, r1 + 1)
        for column in range(c0, c1 + 1)
    }


def cell_lines(glyphs: Glyphs, page: int, indexes: list[int]) -> list[Line]:
    """The lines of a cell from the positions of its characters, from top to bottom."""
    breaks = set(glyphs.breaks)
    spans: list[tuple[int, int]] = []
    for index in indexes:
        if (
            spans
            and glyphs.text[spans[-1][1] : index].isspace() | (spans[-1][1] == index)
            and not breaks.intersection(range(spans[-1][1], index + 1))
        ):
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    lines = [line for span in spans if (line := make_line(glyphs, page, [span])) is not None]
    return _rows_of(glyphs, page, lines)


def _rows_of(glyphs: Glyphs, page: int, lines: list[Line]) -> list[Line]:
    """Pieces on one row put together, rows from top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (one.top + one.bottom) / 2):
        middle = (line.top + line.bottom) / 2
        if (
            rows
            and rows[-1][0].top < middle < rows[-1][0].bottom
            and line.top < (rows[-1][0].top + rows[-1][0].bottom) / 2
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    merged = []
    for row in rows:
        spans = [span for line in sorted(row, key=lambda one: one.left) for span in line.spans]
        line_of_row = make_line(glyphs, page, spans)
        assert line_of_row is not None
        merged.append(line_of_row)
    return merged
