"""A quoted row of a table, so that it can be read away from its table."""

from __future__ import annotations

from assistant.answer import Citation
from assistant.render.plain import one_line
from ingest.draft import CELL_JOINER


def row_in_words(citation: Citation) -> str:
    """The cells under the names of their columns: "Action: Clear the backlog; Lead: Police"; "" for no row.

    Where the names do not match the cells one by one, or it is several rows, the names alone.
    """
    if not citation.header:
        return ""
    names, cells = _cells(citation.header), _cells(citation.quote)
    if len(names) != len(cells):
        return f"Columns: {one_line(citation.header)}"
    pairs = zip(names, cells, strict=True)
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)


def _cells(row: str) -> list[str]:
    return [one_line(cell) for cell in row.split(CELL_JOINER.strip())]
