"""Tables of a page: ruled ones from the lines drawn on it, others from words that stand under one another."""

from __future__ import annotations

import numpy as np

from ingest.readers.pdf.cells import FILLED_FREE, FILLED_RULED, fill_grid
from ingest.readers.pdf.glyphs import Glyphs
from ingest.readers.pdf.lattice import Boxes, Cell, Grid, find_grids
from ingest.readers.pdf.lines import Line, Table, make_line
from ingest.readers.pdf.refine import is_within, refine
from ingest.readers.pdf.rulings import Rulings
from ingest.readers.pdf.stream import candidate_regions, column_edges, is_number, looks_like_table, text_rows

_CELL_GAP = 0.75
"""Words further apart than this many font sizes may stand in different cells."""
_PROSE = 40
"""Words; a cell over the whole width with more is running text."""


def find_tables(rulings: Rulings, glyphs: Glyphs, lines: list[Line]) -> list[Table]:
    """The tables of a page, from top to bottom. `lines`: the page's segments of text."""
    if not lines:
        return []
    horizontal, vertical = rulings
    finder = _Finder(glyphs, lines)
    ruled = [refine(grid, finder.pieces_in(grid.box)) for grid in find_grids(horizontal, vertical)]
    tables = finder.filled(ruled, [], FILLED_RULED)
    between = [grid for rules in _stacks(horizontal) for grid in finder.between(rules)]
    tables += finder.filled(between, tables, FILLED_RULED)
    tables += finder.filled(finder.aligned(tables), tables, FILLED_FREE)
    tables = [table for table in tables if not is_frame(table)]
    return sorted(tables, key=lambda table: (table.box[1], table.box[0]))


def is_frame(table: Table) -> bool:
    """Whether a table is a frame round running text: without its long cells, less than two rows remain."""
    rows = [[sum(len(line.text.split()) for line in cell) for cell in row if cell] for row in table.rows]
    prose = [row for row in rows if len(row) == 1 and row[0] > _PROSE]
    return bool(prose) and sum(len(row) > 1 for row in rows) < 2


class _Finder:
    """The words of one page, divided into pieces that could be cells where a table may be."""

    def __init__(self, glyphs: Glyphs, lines: list[Line]) -> None:
        self.glyphs, self.lines, self.page = glyphs, lines, lines[0].page
        self.divided: dict[int, list[Line]] = {}

    def filled(self, grids: list[Grid], known: list[Table], least: float) -> list[Table]:
        """The tables of those grids that hold enough text and overlap no table found before."""
        found: list[Table] = []
        taken = {index for table in known for index in table.glyphs}
        for grid in sorted(grids, key=lambda grid: -len(grid.cells)):
            if any(_overlap(grid.box, table.box) for table in [*known, *found]):
                continue
            if (table := fill_grid(self.glyphs, self.page, grid, taken, least)) is not None:
                found.append(table)
                taken |= table.glyphs
        return found

    def pieces(self, lines: list[Line]) -> list[Line]:
        """Lines divided at every gap that could be one between cells."""
        return [piece for line in lines for piece in self._divided(line)]

    def _divided(self, line: Line) -> list[Line]:
        key = id(line)
        if key not in self.divided:
            spans = [part for span in line.spans for part in self.glyphs.ink.split(*span, _CELL_GAP)]
            made = [make_line(self.glyphs, self.page, [span]) for span in spans] if len(spans) > 1 else [line]
            self.divided[key] = [piece for piece in made if piece is not None]
        return self.divided[key]

    def pieces_in(self, box: tuple[float, float, float, float]) -> list[Line]:
        """The pieces of lines that reach into a box."""
        near = [
            one
            for one in self.lines
            if one.right > box[0] and one.left < box[2] and one.bottom > box[1] and one.top < box[3]
        ]
        return self.pieces(near)

    def between(self, rules: Boxes) -> list[Grid]:
        """A table that has only horizontal rules: words in columns between rules of one length."""
        box = (
            float(rules[:, 0].min()) - 5,
            float(rules[:, 1].min()),
            float(rules[:, 2].max()) + 5,
            float(rules[:, 1].max()),
        )
        return _grid_of_rows(text_rows([piece for piece in self.pieces_in(box) if is_within(piece, box)]))

    def aligned(self, tables: list[Table]) -> list[Grid]:
        """Tables without rules."""
        free = [line for line in self.lines if not any(is_within(line, table.box) for table in tables)]
        heights = sorted(line.height for line in free)
        leading = heights[len(heights) // 2] * 1.2 if heights else 12.0
        regions = candidate_regions(free, leading)
        return [
            grid
            for rows in regions
            for grid in _grid_of_rows(text_rows(self.pieces([one for row in rows for one in row])))
        ]


def _grid_of_rows(rows: list[list[Line]]) -> list[Grid]:
    """The grid of rows of pieces, where they look like a table."""
    edges = column_edges(rows) if rows else []
    return [_grid_of(rows, edges)] if looks_like_table(rows, edges) else []


def _stacks(horizontal: Boxes) -> list[Boxes]:
    """Rules with the same ends, at least three, one under the other."""
    stacks: dict[tuple[int, int], list[list[float]]] = {}
    for rule in horizontal.tolist():
        if rule[2] - rule[0] > 60:
            stacks.setdefault((round(rule[0] / 6), round(rule[2] / 6)), []).append(rule)
    return [
        np.array(sorted(rules, key=lambda rule: rule[1]), np.float32)
        for rules in stacks.values()
        if len(rules) >= 3
    ]


def _grid_of(rows: list[list[Line]], edges: list[float]) -> Grid:
    """The grid of rows of pieces divided at column edges; a piece across an edge makes a cell over both."""
    left = min(piece.left for row in rows for piece in row) - 1
    right = max(piece.right for row in rows for piece in row) + 1
    xs = (left, *edges, right)
    groups = _wrapped_together(rows, xs)
    tops = [min(piece.top for piece in row) for row in groups]
    bottoms = [max(piece.bottom for piece in row) for row in groups]
    inner = [(bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False)]
    cells: list[Cell] = []
    for number, row in enumerate(groups):
        column = 0
        spans = [_columns_of(piece, xs) for piece in row]
        while column < len(xs) - 1:
            last = max((last for first, last in spans if first <= column <= last), default=column)
            cells.append((number, column, number, last))
            column = last + 1
    return Grid(xs, (tops[0] - 1, *inner, bottoms[-1] + 1), tuple(cells))


def _wrapped_together(rows: list[list[Line]], xs: tuple[float, ...]) -> list[list[Line]]:
    """Rows with those put into them that only continue their words: wrapped heads and labels."""
    data = next((at for at, row in enumerate(rows) if any(is_number(piece.text) for piece in row[1:])), 0)
    head = rows[:data]
    across = any(first != last for row in head for first, last in (_columns_of(piece, xs) for piece in row))
    groups: list[list[Line]] = []
    for at, row in enumerate(rows):
        tight = bool(groups) and _follows(groups[-1], row)
        continues = (at < data and not across) or _is_continuation(row)
        if tight and continues:
            groups[-1] = [*groups[-1], *row]
        else:
            groups.append(row)
    return groups


def _follows(first: list[Line], second: list[Line]) -> bool:
    """Whether a row stands right under another, as lines of one paragraph do."""
    gap = min(piece.top for piece in second) - max(piece.bottom for piece in first)
    return gap < 0.25 * second[0].height


def _is_continuation(row: list[Line]) -> bool:
    """Whether a row holds only words that cannot begin a cell."""
    return all(piece.text[:1].islower() or piece.text[:1] == "(" for piece in row)


def _columns_of(piece: Line, xs: tuple[float, ...]) -> tuple[int, int]:
    """First and last column that a piece reaches into by more than 2 points."""
    inner = xs[1:-1]
    return sum(edge < piece.left + 2 for edge in inner), sum(edge < piece.right - 2 for edge in inner)


def _overlap(first: tuple[float, float, float, float], second: tuple[float, float, float, float]) -> bool:
    """Whether two boxes have more than an edge in common."""
    width = min(first[2], second[2]) - max(first[0], second[0])
    height = min(first[3], second[3]) - max(first[1], second[1])
    return width > 3 and height > 3
