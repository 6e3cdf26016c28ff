"""Layout: the segments and tables of a page joined into lines, in the order in which they are read."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt

from ingest.readers.pdf.glyphs import Glyphs
from ingest.readers.pdf.lines import Line, Table, make_line, merge_lines, place_of, same_row

_SLACK = 2.0
"""Points by which a line may reach into the one below it."""
_COLUMN_ROWS = 5
"""Rows with long text on both sides that make a page one of two columns."""


def with_tables(glyphs: Glyphs, lines: list[Line], tables: list[Table]) -> list[Line]:
    """The segments that are in no table, and each table in the place of its first segment."""
    kept: list[Line] = []
    placed: set[int] = set()
    for line in lines:
        owners = [at for at, table in enumerate(tables) if _taken(line, table)]
        for owner in owners:
            if owner not in placed:
                placed.add(owner)
                kept.append(place_of(tables[owner]))
        kept += _rest(glyphs, line, [tables[owner] for owner in owners]) if owners else [line]
    return kept


def _taken(line: Line, table: Table) -> bool:
    """Whether any of a segment's characters were taken by a table."""
    return any(index in table.glyphs for first, last in line.spans for index in range(first, last))


def _rest(glyphs: Glyphs, line: Line, tables: list[Table]) -> list[Line]:
    """What tables leave of a segment: one line of its other words, or nothing."""
    indexes = [index for first, last in line.spans for index in range(first, last)]
    left = [at for at in indexes if not any(at in table.glyphs for table in tables)]
    spans: list[tuple[int, int]] = []
    for index in left:
        if spans and spans[-1][1] == index:
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    rest = make_line(glyphs, line.page, spans)
    return [rest] if rest is not None else []


def in_reading_order(lines: list[Line], width: float) -> list[Line]:
    """Segments in the order of reading, each with the number of its column.

    The order of the page's content is kept where it goes down the page, column after column. Columns that
    come row by row are taken apart, and what stands above something it follows is put before it.
    """
    lines = _columns_apart(lines, width)
    lines = _downwards(lines)
    column = 0
    for line, following in itertools.pairwise(lines):
        if following.top < line.top - max(2 * line.height, 8) and not same_row(line, following):
            column += 1
        following.column = column
    return lines


def _downwards(lines: list[Line]) -> list[Line]:
    """Lines such that none comes after one that stands under it; otherwise in the order given."""
    before = _must_precede(lines)
    if not np.triu(before.T, 1).any():
        return lines
    left = set(range(len(lines)))
    ordered: list[Line] = []
    while left:
        rest = sorted(left)
        ready = [at for at in rest if not before[rest, at].any()]
        chosen = ready[0] if ready else rest[0]
        left.remove(chosen)
        ordered.append(lines[chosen])
    return ordered


def _must_precede(lines: list[Line]) -> npt.NDArray[np.bool_]:
    """[i, j]: line i stands above line j, and they overlap from left to right."""
    box = np.array([(line.left, line.top, line.right, line.bottom) for line in lines], np.float32).reshape(
        -1, 4
    )
    above = box[:, None, 3] <= box[None, :, 1] + _SLACK
    overlap = (box[:, None, 0] < box[None, :, 2] - 1) & (box[None, :, 0] < box[:, None, 2] - 1)
    precedes: npt.NDArray[np.bool_] = above & overlap & ~np.eye(len(lines), dtype=bool)
    return precedes & ~precedes.T


def _columns_apart(lines: list[Line], width: float) -> list[Line]:
    """Where the page gives two columns row by row: all of the left one first, then the right one."""
    gutters = [
        (first.right + second.left) / 2
        for first, second in itertools.pairwise(lines)
        if same_row(first, second)
        and first.right < second.left
        and _is_long(first, width)
        and _is_long(second, width)
    ]
    if len(gutters) < _COLUMN_ROWS:
        return lines
    gutter = sorted(gutters)[len(gutters) // 2]
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.left < gutter < line.right:
            ordered += [*left, *right, line]
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    return [*ordered, *left, *right]


def _is_long(line: Line, width: float) -> bool:
    """Whether a segment is a line of running text."""
    return line.table is None and line.right - line.left > 0.25 * width and len(line.text.split()) >= 4


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


def aside_lines(glyphs: Glyphs, page: int, taken: set[int]) -> list[Line]:
    """What runs in another direction than the page's text (margin notes, stamps), a line for each stretch.

    `taken`: positions of characters that are in tables, as sideways heads of columns are.
    """
    inked = np.array([at for at in np.flatnonzero(glyphs.aside & glyphs.inked).tolist() if at not in taken])
    if not len(inked):
        return []
    spans = [
        (int(part[0]), int(part[-1]) + 1) for part in np.split(inked, np.flatnonzero(np.diff(inked) > 2) + 1)
    ]
    lines = [make_line(glyphs, page, [span]) for span in spans]
    return [line for line in lines if line is not None]
