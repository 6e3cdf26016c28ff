"""Lattice: ruled tables, from the lines drawn on a page to the boxes of their cells."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_TOUCH = 3.0
"""Points within which lines are taken to meet, or to be one."""

Boxes = npt.NDArray[np.float32]
Cell = tuple[int, int, int, int]
"""First row, first column, last row, last column of a cell in its grid."""


@dataclass(frozen=True)
class Grid:
    """A ruled table: its column and row edges in points, and which base cells each cell covers."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def find_grids(horizontal: Boxes, vertical: Boxes) -> list[Grid]:
    """The ruled tables of a page from the top: two columns and two rows or more, or a row of three cells."""
    flat, tall = _merged(horizontal, 1), _merged(vertical, 0)
    grids = []
    for rows, columns in _connected(flat, tall):
        grid = _grid(flat[rows], tall[columns])
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _merged(lines: Boxes, axis: int) -> Boxes:
    """Lines that are one behind the other joined. `axis`: 1 for horizontal lines (their y), else 0."""
    along = 1 - axis
    groups: dict[int, list[list[float]]] = defaultdict(list)
    places = _clusters(lines[:, axis])
    for place, line in sorted(
        zip(places.tolist(), lines.tolist(), strict=True), key=lambda pair: (pair[0], pair[1][along])
    ):
        known = groups[place]
        if known and line[along] <= known[-1][along + 2] + _TOUCH:
            known[-1][along + 2] = max(known[-1][along + 2], line[along + 2])
        else:
            known.append(list(line))
    joined = [line for lines_at in groups.values() for line in lines_at]
    return np.array(joined, np.float32).reshape(-1, 4)


def _clusters(values: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    """A number for each value; values that follow within the touching distance share one."""
    order = np.argsort(values, kind="stable")
    steps = np.diff(values[order], prepend=values[order][:1]) > _TOUCH * 0.8
    numbers = np.empty(len(values), np.int64)
    numbers[order] = np.cumsum(steps)
    return numbers


def _connected(flat: Boxes, tall: Boxes) -> list[tuple[list[int], list[int]]]:
    """Groups of lines that hang together: positions of horizontal and of vertical lines."""
    if not len(flat) or not len(tall):
        return []
    crossing = (
        (tall[None, :, 0] >= flat[:, None, 0] - _TOUCH)
        & (tall[None, :, 0] <= flat[:, None, 2] + _TOUCH)
        & (flat[:, None, 1] >= tall[None, :, 1] - _TOUCH)
        & (flat[:, None, 1] <= tall[None, :, 3] + _TOUCH)
    )
    groups: list[tuple[list[int], list[int]]] = []
    seen: set[int] = set()
    for start in range(len(flat)):
        if start in seen or not crossing[start].any():
            continue
        rows, columns, waiting = {start}, set[int](), [start]
        while waiting:
            new = set(np.flatnonzero(crossing[waiting].any(axis=0)).tolist()) - columns
            columns |= new
            waiting = (
                sorted(set(np.flatnonzero(crossing[:, sorted(new)].any(axis=1)).tolist()) - rows)
                if new
                else []
            )
            rows |= set(waiting)
        seen |= rows
        groups.append((sorted(rows), sorted(columns)))
    return groups


def _grid(flat: Boxes, tall: Boxes) -> Grid | None:
    """The grid of connected lines; sides that are not drawn are closed where the horizontal lines end."""
    left, right = float(flat[:, 0].min()), float(flat[:, 2].max())
    top, bottom = (
        float(min(flat[:, 1].min(), tall[:, 1].min())),
        float(max(flat[:, 1].max(), tall[:, 3].max())),
    )
    left, right = min(left, float(tall[:, 0].min())), max(right, float(tall[:, 0].max()))
    xs = _edges([*tall[:, 0].tolist(), left, right])
    ys = _edges([*flat[:, 1].tolist(), top, bottom])
    if len(xs) < 3 or len(ys) < 2 or len(xs) > 120 or len(ys) > 600:
        return None
    cells = _cells(xs, ys, flat, tall)
    if len(ys) < 3 and len(cells) < 3:
        return None
    return Grid(tuple(xs), tuple(ys), tuple(cells)) if len(cells) >= 3 else None


def _edges(values: list[float]) -> list[float]:
    """The different places among these, neighbours within the touching distance averaged."""
    edges: list[list[float]] = []
    for value in sorted(values):
        if edges and value - edges[-1][-1] <= _TOUCH:
            edges[-1].append(value)
        else:
            edges.append([value])
    return [sum(group) / len(group) for group in edges]


def _cells(xs: list[float], ys: list[float], flat: Boxes, tall: Boxes) -> list[Cell]:
    """Base cells between neighbouring edges, joined where no line is drawn between them."""
    rows, columns = len(ys) - 1, len(xs) - 1
    joined = _Joined(rows, columns)
    for row in range(rows):
        for column in range(columns):
            middle_y, middle_x = (ys[row] + ys[row + 1]) / 2, (xs[column] + xs[column + 1]) / 2
            if column + 1 < columns and not _drawn(tall, 0, xs[column + 1], middle_y):
                joined.join((row, column), (row, column + 1))
            if row + 1 < rows and not _drawn(flat, 1, ys[row + 1], middle_x):
                joined.join((row, column), (row + 1, column))
    return joined.cells()


class _Joined:
    """Base cells (row, column) that may be joined to larger ones."""

    def __init__(self, rows: int, columns: int) -> None:
        self.owner = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def root(self, base: tuple[int, int]) -> tuple[int, int]:
        """The base cell that stands for all those joined with this one."""
        while self.owner[base] != base:
            base = self.owner[base]
        return base

    def join(self, first: tuple[int, int], second: tuple[int, int]) -> None:
        """Makes two base cells parts of one cell."""
        self.owner[self.root(second)] = self.root(first)

    def cells(self) -> list[Cell]:
        """The cells; base cells whose union is no box stay apart."""
        groups: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for base in self.owner:
            groups[self.root(base)].append(base)
        found: list[Cell] = []
        for members in groups.values():
            rows, columns = [row for row, _ in members], [column for _, column in members]
            box = (min(rows), min(columns), max(rows), max(columns))
            if (box[2] - box[0] + 1) * (box[3] - box[1] + 1) == len(members):
                found.append(box)
            else:
                found += [(row, column, row, column) for row, column in members]
        return sorted(found)


def _drawn(lines: Boxes, axis: int, place: float, at: float) -> bool:
    """Whether a line runs along `place` at the point `at` of the other axis."""
    along = 1 - axis
    near = np.abs(lines[:, axis] - place) <= _TOUCH
    return bool((near & (lines[:, along] - _TOUCH <= at) & (lines[:, along + 2] + _TOUCH >= at)).any())
