"""Rows → an aligned table, readable aloud and by `grep` and `cut`; or CSV that is safe to open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant.render.plain import one_line

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, also in its full-width form."""


def print_table(console: Console, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints safe cells under headings: folded to a terminal's width, elsewhere one line a row, never cut."""
    listed = [list(row) for row in rows]
    if console.is_terminal:
        console.print(_rich_table(headings, listed))
        return
    widths = [
        max(cell_len(row[column]) for row in [list(headings), *listed]) for column in range(len(headings))
    ]
    for row in [list(headings), *listed]:
        cells = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        console.print(Text("  ".join(cells).rstrip()), soft_wrap=True)


def _rich_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(Text(heading), overflow="fold", justify="left")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A header and rows, a line each; a cell that would be run as a formula gets an apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(cell) for cell in row])
    return buffer.getvalue()


def _cell(text: str) -> str:
    line = one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
