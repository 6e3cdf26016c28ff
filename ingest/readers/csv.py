"""Read CSV: one table, the delimiter found from the file."""

from __future__ import annotations

import csv
import io
import re

from ingest.draft import Draft, DraftBlock, Strand
from ingest.errors import ReadError
from ingest.readers.decode import decode
from ingest.readers.tables import table_blocks

_MOST_ROWS = 100_000
_LONGEST_CELL = 5_000_000
_MOST_COLUMNS = 500
_MOST_TITLES = 20
_STATED = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
"""A first line that tells spreadsheets the delimiter, and is none of the table's."""


def read_csv(data: bytes, name: str) -> Draft:
    """The draft of a CSV file. Raises ReadError where it breaks off or is too large."""
    text = decode(data).replace("\x00", "")
    stated = _STATED.match(text)
    delimiter, text = (stated[1], text[stated.end() :]) if stated else (_delimiter(text), text)
    rows: list[list[Strand]] = []
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append([Strand(cell) for cell in row[:_MOST_COLUMNS]])
            if len(rows) > _MOST_ROWS:
                raise ReadError(f"{name} has more than {_MOST_ROWS:,} rows.", "Split it into smaller files.")
    except csv.Error as error:
        raise ReadError(f"{name} is not a readable CSV file: {error}.", "Save it again as CSV.") from error
    titles = _titles(rows)
    blocks = [
        DraftBlock("paragraph" if at else "heading", row[0], 0 if at else 1)
        for at, row in enumerate(rows[:titles])
        if row
    ]
    return Draft(blocks + table_blocks(rows[titles:], 0))


def _titles(rows: list[list[Strand]]) -> int:
    """How many rows stand above the table: those that hold one cell, up to a blank one before a wider one."""
    filled = [sum(bool(cell.text.strip()) for cell in row) for row in rows[:_MOST_TITLES]]
    first = next((at for at, count in enumerate(filled) if count > 1), 0)
    above = first and not filled[first - 1] and all(row[0].text.strip() for row in rows[:first] if any(row))
    return first if above else 0


def _delimiter(text: str) -> str:
    """The one of comma, semicolon, tab and bar that divides the first lines most evenly."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]

    def evenness(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines]
        usual = max(filter(None, counts), key=counts.count, default=0)
        return counts.count(usual) if usual else 0, sum(counts)

    return max(",;\t|", key=evenness) if lines else ","
