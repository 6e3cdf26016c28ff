"""The tables of a file as grids of cell texts."""

from __future__ import annotations

from pathlib import Path

from ingest.draft import DraftBlock
from ingest.read import bytes_of, read_draft


def tables_of(path: Path) -> list[list[list[str]]]:
    """Every table of a file, in order: a list of rows of cell texts, "" where a cell is blank.

    Works for every format that is read. Raises as `ingest.read.read`.
    """
    tables: dict[int, list[DraftBlock]] = {}
    for block in read_draft(bytes_of(path), path.name).blocks:
        if block.table >= 0:
            tables.setdefault(block.table, []).append(block)
    return [[[" ".join(cell.text.split()) for cell in row.cells] for row in rows] for rows in tables.values()]
