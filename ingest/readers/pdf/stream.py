"""Stream: tables without full rulings, from words that stand under one another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.readers.markers import find_marker
from ingest.readers.pdf.lines import Line

_LEAST_GAP = 4.0
"""Points of empty space that must run down between two columns."""
_LONGEST_CELL = 9.0
"""Words; columns whose cells have more on average are prose set in columns."""
_LEAST_ROWS = 3
_NUMBER = re.compile(
    r"^[\s£$€<>≤≥~%+(\[±–—−-]*(?:\d[\d,. \s/:%)\]*†‡–-]*(?:[a-zA-Z%*]{0,3})|n\.?/?a\.?|:|\.\.?"
    r"|[-–—−*•✓x])\s*$",
    re.IGNORECASE,
)

Span = tuple[float, float]


def text_rows(pieces: Sequence[Line]) -> list[list[Line]]:
    """Pieces of text gathered into rows by their middles, from top to bottom and left to right."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda one: one.top + one.bottom):
        middle = (piece.top + piece.bottom) / 2
        if (
            rows
            and any(one.top < middle < one.bottom and one.top < middle for one in rows[-1])
            and _level(rows[-1], piece)
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _level(row: list[Line], piece: Line) -> bool:
    """Whether a piece stands on the same row, not just partly beside it."""
    first = row[0]
    overlap = min(first.bottom, piece.bottom) - max(first.top, piece.top)
    return overlap > 0.5 * min(first.height, piece.height)


def column_edges(rows: list[list[Line]]) -> list[float]:
    """The middles of the gaps that run down through the rows, ends left out; [] where there are none.

    Rows with fewer pieces than most (spanning heads, notes) do not close a gap.
    """
    counts = sorted(len(row) for row in rows)
    usual = max(2, counts[int(len(counts) * 0.6)])
    while usual >= 2:
        full = [row for row in rows if len(row) >= usual]
        edges = _gaps([(piece.left, piece.right) for row in full for piece in row])
        if len(edges) + 1 >= usual or usual == 2:
            return edges
        usual -= 1
    return []


def _gaps(spans: list[Span]) -> list[float]:
    """The middles of the stretches that no span covers."""
    edges: list[float] = []
    reach = None
    for left, right in sorted(spans):
        if reach is not None and left - reach >= _LEAST_GAP:
            edges.append((reach + left) / 2)
        reach = right if reach is None else max(reach, right)
    return edges


def candidate_regions(pieces: Sequence[Line], leading: float) -> list[list[list[Line]]]:
    """Stretches of rows that look like parts of a table: several pieces each, near one another."""
    regions: list[list[list[Line]]] = []
    waiting: list[list[Line]] = []
    bottom = float("-inf")
    for row in text_rows(pieces):
        top = min(piece.top for piece in row)
        near = top - bottom < 1.8 * leading
        if _is_split(row):
            if regions and near:
                regions[-1] += waiting
            else:
                regions.append([])
            regions[-1].append(row)
            waiting = []
        elif near and len(waiting) < 2 and len(row[0].text.split()) <= 8:
            waiting.append(row)
        else:
            waiting = []
            top = bottom = float("-inf")
            if not _is_split(row):
                continue
        bottom = max(piece.bottom for piece in row)
    return regions


def _is_split(row: list[Line]) -> bool:
    """Whether a row has several pieces that are no list marker with its text."""
    return len(row) > 2 or (len(row) == 2 and find_marker(row[0].text) != row[0].text.strip())


def looks_like_table(rows: list[list[Line]], edges: list[float]) -> bool:
    """Whether rows divided at these edges are a table: short cells, mostly filled, not prose in columns."""
    split = [row for row in rows if len(row) >= 2]
    if len(split) < _LEAST_ROWS or not edges or is_contents(split):
        return False
    cells = [piece.text for row in rows for piece in row]
    words = sum(len(cell.split()) for cell in cells) / len(cells)
    later = [piece.text for row in split for piece in row[1:]]
    numbers = sum(bool(_NUMBER.match(text)) for text in later) / max(1, len(later))
    if words > _LONGEST_CELL or len(split) < 0.5 * len(rows):
        return False
    return numbers >= 0.5 or (len(edges) >= 2 and numbers >= 0.25 and words < 5)


def is_contents(rows: list[list[Line]]) -> bool:
    """Whether rows are a list of contents: words, then page numbers that never go back."""
    numbered = [row for row in rows if re.fullmatch(r"\d{1,3}", row[-1].text.strip())]
    if len(numbered) < max(3, 0.75 * len(rows)):
        return False
    pages = [int(row[-1].text) for row in numbered]
    words = [piece.text for row in numbered for piece in row[1:-1]]
    figures = sum(bool(re.fullmatch(r"[\d,]+(?:\.\d+)?%?", text.strip())) for text in words)
    return pages == sorted(pages) and pages[0] < pages[-1] and not figures


def is_number(text: str) -> bool:
    """Whether a cell holds a figure or a sign that stands for one."""
    return bool(_NUMBER.match(text))
