"""Tables: rows of cells → blocks, with the header row told from the data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.draft import DraftBlock, Strand
from ingest.errors import ReadError

_LONGEST_HEADING_CELL = 14
"""Words; a cell with more is data."""

_MOST_CELLS = 3_000_000
"""Of one table, those that no row fills among them."""

ABOVE = "\0"
"""Stands in a cell that the one above it, in the same column, is merged down over."""

_VALUE = re.compile(r"^[\s£$€%+(\-–]*\d[\d,.\s/%)\-–]*$|^(?:yes|no|n/a|tbc|-|–|✓|x)$", re.IGNORECASE)
_MARKED = re.compile(r"^\s*(?:\d{1,3}[.)]|[•◦▪◼●])\s+\S")


def table_blocks(
    rows: list[list[Strand]], number: int, page: int = 0, *, marked_header: bool = False
) -> list[DraftBlock]:
    """The blocks of a table; blank rows are left out. A table of one column is paragraphs.
    ReadError where it is far too large.

    `marked_header`: the file itself says that the first row is the header.
    """
    width = max((len(row) for row in rows), default=0)
    if width * len(rows) > _MOST_CELLS:
        raise ReadError(f"A table has more than {_MOST_CELLS:,} cells.", "Split it into smaller ones.")
    rows = drop_blank([[*row, *(Strand("") for _ in range(width - len(row)))] for row in rows])
    if not rows:
        return []
    if len(rows[0]) == 1:
        return [DraftBlock("paragraph", row[0], page=page) for row in rows]
    header = len(rows) > 1 and (marked_header or is_header([[cell.text for cell in row] for row in rows]))
    blocks = []
    for at, row in enumerate(rows):
        kind = "table_header" if header and at == 0 else "table_row"
        blocks.append(DraftBlock(kind, table=number, cells=row, page=page))  # type: ignore[arg-type]
    return blocks


def carry_down(rows: Sequence[list[str]]) -> None:
    """Gives each row what the cells that are merged down over it hold: a source, a theme, an owner.

    The first row may be a header, which is nobody's but its own; a row with nothing of its own stays blank.
    """
    for at, row in enumerate(rows):
        blank = not any(text not in ("", ABOVE) for text in row)
        for column, text in enumerate(row):
            if text == ABOVE:
                above = rows[at - 1][column : column + 1] if at > 1 and not blank else []
                row[column] = "".join(above)


def with_inner(
    blocks: list[DraftBlock], rows: list[list[Strand]], inner: dict[int, list[DraftBlock]]
) -> list[DraftBlock]:
    """The blocks of a table of `rows` with those of the tables that stand in its cells, by row.

    They follow their row in a table without a header, such as a form, else the table, whose other rows have
    need of its header.
    """
    if not inner or (blocks and blocks[0].kind == "table_header"):
        return blocks + [block for at in sorted(inner) for block in inner[at]]
    row_of = {id(cell): at for at, row in enumerate(rows) for cell in row}
    placed = [(row_of[id((block.cells or [block.strand])[0])], 0, [block]) for block in blocks]
    placed += [(at, 1, found) for at, found in inner.items()]
    return [block for _, _, found in sorted(placed, key=lambda one: one[:2]) for block in found]


def drop_blank(rows: list[list[Strand]]) -> list[list[Strand]]:
    """The rows without those rows and columns that hold no text at all."""
    rows = [row for row in rows if any(cell.text.strip() for cell in row)]
    if not rows:
        return []
    kept = [at for at in range(len(rows[0])) if any(row[at].text.strip() for row in rows)]
    return [[row[at] for at in kept] for row in rows]


def is_header(rows: list[list[str]]) -> bool:
    """Whether the first row names the columns: short, no values, not a label with its value."""
    first = [cell.strip() for cell in rows[0]]
    filled = [cell for cell in first if cell]
    if len(rows) < 2 or len(filled) < 2 or len(filled) < len(first) / 2:
        return False
    # "No" at the head of the first column is short for "Number".
    named = filled[1:] if filled[0].lower() == "no" else filled
    if any(
        len(cell.split()) > _LONGEST_HEADING_CELL or _VALUE.match(cell) or _MARKED.match(cell)
        for cell in named
    ):
        return False
    labels = [row[0].strip() for row in rows if row[0].strip()]
    colons = sum(label.endswith(":") for label in labels)
    return not (colons and colons >= len(labels) / 2) and not first[0].endswith(":")
