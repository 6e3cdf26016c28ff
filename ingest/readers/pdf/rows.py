"""Rows: segments that stand on one row of a column become one line."""

from __future__ import annotations

from ingest.readers.pdf.glyphs import Glyphs
from ingest.readers.pdf.lines import Line, merge_lines, same_row


def join_rows(glyphs: Glyphs, segments: list[Line]) -> list[Line]:
    """Segments in reading order → lines: neighbours on one row and in one column are put together."""
    lines: list[Line] = []
    row: list[Line] = []
    for segment in segments:
        if row and not (same_row(row[-1], segment) and segment.column == row[0].column):
            lines.append(merge_lines(glyphs, row))
            row = []
        row.append(segment)
    if row:
        lines.append(merge_lines(glyphs, row))
    return lines
