"""Rows: segments that stand on one row of a column become one line."""

from __future__ import annotations

from ingest.readers.pdf.glyphs import Glyphs
from ingest.readers.pdf.lines import Line, merge_lines, same_row


def join_rows(glyphs: Glyphs, segments: list[Line]) -> list[Line]:
    """Segments in reading order → lines: neighbours on one row and in one column are put together."""
    lines: list[Line] = []
    row: list[Line] = []
    for segment in segments:
        if row and not _belongs(row, segment):
            lines.append(merge_lines(glyphs, row))
            row = []
        row.append(segment)
    if row:
        lines.append(merge_lines(glyphs, row))
    return lines


def _belongs(row: list[Line], segment: Line) -> bool:
    """Whether a segment is on the same row of the same column; tables stay by themselves."""
    last = row[-1]
    if last.table is not None or segment.table is not None or segment.column != last.column:
        return False
    return same_row(last, segment)
