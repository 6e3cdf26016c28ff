"""Refine: rows and columns that a table's rulings leave out, found from how its words stand."""

from __future__ import annotations

import itertools
from dataclasses import replace

from ingest.readers.pdf.lattice import Cell, Grid
from ingest.readers.pdf.lines import Line
from ingest.readers.pdf.stream import column_edges, is_number, text_rows


def refine(grid: Grid, pieces: list[Line]) -> Grid:
    """The grid with the columns and rows added that its words show, and cells parted that its words part."""
    inside = [piece for piece in pieces if is_within(piece, grid.box)]
    grid = _with_columns(grid, inside)
    grid = _with_rows(grid, inside)
    return _parted(grid, inside)


def is_within(piece: Line, box: tuple[float, float, float, float]) -> bool:
    """Whether the middle of a piece is inside a box."""
    x, y = (piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2
    return box[0] < x < box[2] and box[1] < y < box[3]


def _with_columns(grid: Grid, pieces: list[Line]) -> Grid:
    """Divides a column in which most rows have several figures side by side."""
    added: list[float] = []
    for left, right in zip(grid.xs, grid.xs[1:], strict=False):
        own = [piece for piece in pieces if piece.left >= left - 2 and piece.right <= right + 2]
        rows = text_rows(own)
        split = [row for row in rows if len(row) >= 2]
        if len(split) < max(2, 0.6 * len(rows)):
            continue
        figures = [piece for row in split for piece in row[1:]]
        if sum(is_number(piece.text) for piece in figures) < 0.5 * len(figures):
            continue
        added += column_edges(rows)
    return _cut(grid, added, []) if added else grid


def _with_rows(grid: Grid, pieces: list[Line]) -> Grid:
    """Divides a row whose cells' words stand on several common levels, most of them figures."""
    added: list[float] = []
    for top, bottom in zip(grid.ys, grid.ys[1:], strict=False):
        rows = text_rows([piece for piece in pieces if top < (piece.top + piece.bottom) / 2 < bottom])
        if len(rows) < 2 or not _rows_of_figures(rows, grid):
            continue
        for upper, lower in itertools.pairwise(rows):
            edge = (max(piece.bottom for piece in upper) + min(piece.top for piece in lower)) / 2
            added.append(edge)
    return _cut(grid, [], added) if added else grid


def _rows_of_figures(rows: list[list[Line]], grid: Grid) -> bool:
    """Whether every level has figures in the same columns; wrapped words of one row have not."""
    columns = [{_column(piece, grid) for piece in row if is_number(piece.text)} for row in rows]
    common = set.intersection(*columns) if columns else set()
    if common and len(rows) >= 2:
        return True
    filled = [row for row, found in zip(rows, columns, strict=True) if found]
    return len(rows) >= 4 and len(filled) >= 0.8 * len(rows) and bool(columns[0] or columns[1])


def _column(piece: Line, grid: Grid) -> int:
    """The base column in which a piece's middle stands."""
    middle = (piece.left + piece.right) / 2
    return sum(edge < middle for edge in grid.xs[1:-1])


def _cut(grid: Grid, xs: list[float], ys: list[float]) -> Grid:
    """The grid with further edges; each cell is divided by the new edges that cross it."""
    old_xs, old_ys = list(grid.xs), list(grid.ys)
    new_xs, new_ys = sorted({*old_xs, *xs}), sorted({*old_ys, *ys})
    cells: list[Cell] = []
    for r0, c0, r1, c1 in grid.cells:
        rows = [at for at in range(len(new_ys) - 1) if old_ys[r0] <= new_ys[at] < old_ys[r1 + 1]]
        columns = [at for at in range(len(new_xs) - 1) if old_xs[c0] <= new_xs[at] < old_xs[c1 + 1]]
        row_parts = _parts(rows, new_ys, ys)
        column_parts = _parts(columns, new_xs, xs)
        cells += [(a[0], b[0], a[-1], b[-1]) for a in row_parts for b in column_parts]
    return Grid(tuple(new_xs), tuple(new_ys), tuple(sorted(cells)))


def _parts(positions: list[int], edges: list[float], new: list[float]) -> list[list[int]]:
    """Positions grouped so that a group begins at the cell's start and at each new edge."""
    parts: list[list[int]] = []
    for at in positions:
        if parts and edges[at] not in new:
            parts[-1].append(at)
        else:
            parts.append([at])
    return parts


def _parted(grid: Grid, pieces: list[Line]) -> Grid:
    """Parts a cell over several columns whose words stand in several of them, none across an edge."""
    cells: list[Cell] = []
    for cell in grid.cells:
        r0, c0, r1, c1 = cell
        box = (grid.xs[c0], grid.ys[r0], grid.xs[c1 + 1], grid.ys[r1 + 1])
        own = [piece for piece in pieces if is_within(piece, box)]
        if c1 > c0 and len(own) > 1 and _apart(own, grid, c0, c1):
            cells += [(r0, column, r1, column) for column in range(c0, c1 + 1)]
        else:
            cells.append(cell)
    return replace(grid, cells=tuple(sorted(cells)))


def _apart(pieces: list[Line], grid: Grid, first: int, last: int) -> bool:
    """Whether pieces stand in at least two columns and none crosses an edge."""
    columns = set()
    for piece in pieces:
        column = _column(piece, grid)
        if (
            not first <= column <= last
            or piece.left < grid.xs[column] - 3
            or piece.right > grid.xs[column + 1] + 3
        ):
            return False
        columns.add(column)
    return len(columns) > 1
