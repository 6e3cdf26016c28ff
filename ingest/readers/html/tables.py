"""HTML tables: their cells as a grid, and the tables within them."""

from __future__ import annotations

import re

from ingest.errors import ReadError
from ingest.readers.colours import Row, colour_name
from ingest.readers.html.elements import DEEPEST, INLINE, is_skipped
from ingest.readers.office import Element
from ingest.readers.tables import ABOVE, carry_down

_MOST_CELLS = 300_000
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;]+)", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d+)\D+(\d+)\D+(\d+)")
_NAMED = {
    "red": "FF0000",
    "orange": "FFA500",
    "gold": "FFD700",
    "yellow": "FFFF00",
    "lime": "00FF00",
    "green": "008000",
    "blue": "0000FF",
}
"""The colours that CSS has names for and plans are rated with."""


def rows_of(table: Element) -> list[Element]:
    """The rows of a table, without those of tables in its cells."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def is_data_table(element: Element) -> bool:
    """A table with two cells or more in some row; one that only lays out the page is running text."""
    rows = rows_of(element)
    nested = any(True for _ in element.iterdescendants("table"))
    widest = max((sum(cell.tag in ("td", "th") for cell in row) for row in rows), default=0)
    return widest > 1 and not (nested and len(rows) <= 2)


def inner_tables(row: Element) -> list[Element]:
    """The tables within a row's cells that have rows and columns of their own; others only frame words."""
    grids = [one for one in row.iter("table") if _is_grid(one)]
    return [one for one in grids if not any(above in grids for above in one.iterancestors())]


def _is_grid(table: Element) -> bool:
    return len(rows_of(table)) > 1 and is_data_table(table)


def grid_of(rows: list[Element]) -> list[Row]:
    """Rows of cell texts, with their colours, with row and column spans laid out."""
    taken: dict[tuple[int, int], str] = {}
    colours: list[dict[int, str]] = [{} for _ in rows]
    left = _MOST_CELLS
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while (at, column) in taken:
                column += 1
            down, right = _span(cell, "rowspan"), _span(cell, "colspan")
            left -= down * right
            if left < 0:
                raise ReadError(
                    f"A table has more than {_MOST_CELLS:,} cells.", "Split it into smaller ones."
                )
            for covered in ((at + y, column + x) for y in range(down) for x in range(right)):
                taken.setdefault(covered, ABOVE if covered[1] == column else "")
            taken[at, column] = cell_text(cell)
            if colour := _colour(cell):
                colours[at][column] = colour
            column += right
    width = max((column for _, column in taken), default=-1) + 1
    grid = [
        Row([taken.get((at, column), "") for column in range(width)], colours[at]) for at in range(len(rows))
    ]
    carry_down(grid)
    return grid


def _colour(cell: Element) -> str:
    """The name of the colour that a cell is filled with, "" for none."""
    styled = _BACKGROUND.search(cell.get("style") or "")
    value = (styled[1] if styled else cell.get("bgcolor") or "").strip().lower()
    if parts := _RGB.match(value):
        return colour_name("".join(f"{min(int(part), 255):02X}" for part in parts.groups()))
    word = value.split(" ")[0]
    digits = _NAMED.get(word) or word.removeprefix("#")
    return colour_name("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)


def _span(cell: Element, name: str) -> int:
    """How many rows or columns a cell covers; nonsense counts as one."""
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), 200) if value.isdigit() else 1


def cell_text(cell: Element) -> str:
    """A cell's words but those of its inner tables; block elements inside it are separated by spaces."""
    parts: list[str] = []

    def collect(element: Element, depth: int) -> None:
        if is_skipped(element) or depth > DEEPEST or (element.tag == "table" and _is_grid(element)):
            return
        gap = "" if INLINE.fullmatch(element.tag) else " "
        parts.append(gap + (element.text or ""))
        for one in element:
            collect(one, depth + 1)
            parts.append(one.tail or "")
        parts.append(gap)

    collect(cell, 0)
    return " ".join("".join(parts).split())
