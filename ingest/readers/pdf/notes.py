"""Notes: the footnotes of a page, told from its text by their size and place."""

from __future__ import annotations

import re
from itertools import groupby

from ingest.readers.pdf.lines import Line

_MARK = re.compile(r"^(?:\d{1,3}|[ivx]{1,4}(?=\s)|[*†‡])\s*\S")


def split_notes(lines: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    """(text, footnotes) of a page's lines: the smaller print at the end of a column, from its first mark on.

    A column that is small print from its first line is text beside the others, unless it is all there is.
    """
    text: list[Line] = []
    notes: list[Line] = []
    for _, column in groupby(lines, key=lambda line: line.column):
        above, below = _split_column(list(column), body)
        aside = not above and len(below) < len(lines)
        if below and (aside or any(_is_under(line, below[0]) for line in lines)):
            above, below = above + below, []
        text += above
        notes += below
    return text, notes


def _split_column(lines: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    first = len(lines)
    while first > 0 and lines[first - 1].table is None and 0 < lines[first - 1].size <= 0.92 * body:
        first -= 1
    while first < len(lines) and not _MARK.match(lines[first].text):
        first += 1
    return lines[:first], lines[first:]


def _is_under(line: Line, note: Line) -> bool:
    """Whether a line of another column stands under a note, which is then none."""
    return (
        line.column != note.column and line.top > note.top and line.left < note.right > note.left < line.right
    )
