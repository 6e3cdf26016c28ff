"""Read CSV: one table, the delimiter found from the file."""

from __future__ import annotations

import csv
import io

from ingest.draft import Draft, Strand
from ingest.errors import ReadError
from ingest.readers.decode import decode
from ingest.readers.tables import table_blocks

_MOST_ROWS = 100_000
_LONGEST_CELL = 5_000_000
_MOST_COLUMNS = 500


def read_csv(data: bytes, name: str) -> Draft:
    """The draft of a CSV file. Raises ReadError where it breaks off or is too large."""
    text = decode(data).replace("\x00", "")
    rows: list[list[Strand]] = []
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)):
            rows.append([Strand(cell) for cell in row[:_MOST_COLUMNS]])
            if len(rows) > _MOST_ROWS:
                raise ReadError(f"{name} has more than {_MOST_ROWS:,} rows.", "Split it into smaller files.")
    except csv.Error as error:
        raise ReadError(f"{name} is not a readable CSV file: {error}.", "Save it again as CSV.") from error
    return Draft(table_blocks(rows, 0))


def _delimiter(text: str) -> str:
    """The one of comma, semicolon, tab and bar that divides the first lines most evenly."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]

    def evenness(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines]
        return sum(count > 0 and count == counts[0] for count in counts), sum(counts)

    return max(",;\t|", key=evenness) if lines else ","
