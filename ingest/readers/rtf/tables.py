"""RTF tables: cells with their right edges → rows and columns, and from these the blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.draft import DraftBlock, Strand
from ingest.readers.colours import Row, with_colours
from ingest.readers.prose import without_emphasis
from ingest.readers.tables import ABOVE, carry_down, table_blocks, with_inner

_SAME = 40
"""Twips (a twentieth of a point): edges nearer than this are one; programs round them row by row."""
_MOST_CELLS = 300_000


@dataclass
class RowLook:
    """How a row is drawn, as far as it tells columns: the left edge, then the right edge and the colour of
    each cell, and whether the one above is merged down over it; `header`: it is repeated on every page.
    """

    left: int = 0
    rights: list[int] = field(default_factory=list)
    colours: list[str] = field(default_factory=list)
    covered: list[bool] = field(default_factory=list)
    header: bool = False


@dataclass
class Cell:
    """What is in a cell: its paragraphs, each with its words alone, and the tables within it."""

    paragraphs: list[tuple[str, DraftBlock]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def text(self) -> str:
        """All words but those of tables with rows and columns of their own."""
        words = [text for text, _ in self.paragraphs]
        words += [cell.text() for one in self.tables if not one.is_grid() for row in one.rows for cell in row]
        return without_emphasis(" ".join(" ".join(words).split()))

    def grids(self) -> list[Table]:
        """The tables within it that have rows and columns of their own; others are but a frame for words."""
        frames = [one for one in self.tables if not one.is_grid()]
        return [one for one in self.tables if one.is_grid()] + [
            grid for one in frames for row in one.rows for cell in row for grid in cell.grids()
        ]

    def blocks(self, numbers: Iterator[int]) -> list[DraftBlock]:
        """The blocks of a cell that is opened up."""
        own = [block for _, block in self.paragraphs]
        return own + [block for table in self.tables for block in table.blocks(numbers)]


@dataclass
class Table:
    """A table as it is read: whole rows with their looks, and the cells of the row at hand."""

    rows: list[list[Cell]] = field(default_factory=list)
    looks: list[RowLook] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    cell: Cell = field(default_factory=Cell)

    def end_cell(self) -> None:
        """The cell at hand is whole."""
        self.row.append(self.cell)
        self.cell = Cell()

    def end_row(self, look: RowLook) -> None:
        """The row at hand is whole; a cell that was not ended belongs to it."""
        if self.cell.paragraphs or self.cell.tables:
            self.end_cell()
        if self.row:
            self.rows.append(self.row)
            self.looks.append(look)
        self.row = []

    def is_grid(self) -> bool:
        """Whether it has rows and columns of its own."""
        return len(self.rows) > 1 and any(len(row) > 1 for row in self.rows)

    def blocks(self, numbers: Iterator[int]) -> list[DraftBlock]:
        """The blocks of the table and of those within it, numbered; one of a single column is opened up."""
        if all(len(row) <= 1 for row in self.rows):
            return [block for row in self.rows for cell in row for block in cell.blocks(numbers)]
        number = next(numbers)
        rows = [[Strand(text) for text in row] for row in with_colours(self._grid())]
        inner = {
            at: [block for grid in found for block in grid.blocks(numbers)]
            for at, row in enumerate(self.rows)
            if (found := [grid for cell in row for grid in cell.grids()])
        }
        return with_inner(table_blocks(rows, number, marked_header=self.looks[0].header), rows, inner)

    def _grid(self) -> list[Row]:
        """The rows with each cell in its column; the places that a wide cell covers are blank."""
        edges = _distinct([edge for look in self.looks for edge in (look.left, *look.rights)])
        if len(edges) * len(self.rows) > _MOST_CELLS:
            edges = []
        rows = [_placed(row, look, edges) for row, look in zip(self.rows, self.looks, strict=True)]
        carry_down(rows)
        return rows


def _placed(row: list[Cell], look: RowLook, edges: list[int]) -> Row:
    """The texts of a row's cells, each in the column in which its left edge lies."""
    texts: list[str] = []
    colours: dict[int, str] = {}
    drawn = bool(edges) and len(look.rights) >= len(row)
    for at, cell in enumerate(row):
        if drawn:
            left = look.rights[at - 1] if at else look.left
            column = bisect_right(edges, left + _SAME // 2) - 1
            texts += [""] * (column - len(texts))
        if at < len(look.colours) and look.colours[at]:
            colours[len(texts)] = look.colours[at]
        covered = at < len(look.covered) and look.covered[at]
        texts.append(cell.text() or (ABOVE if covered else ""))
    return Row(texts, colours)


def _distinct(edges: list[int]) -> list[int]:
    """The edges from left to right, of those that are nearly the same the first."""
    found: list[int] = []
    for edge in sorted(set(edges)):
        if not found or edge - found[-1] > _SAME:
            found.append(edge)
    return found
