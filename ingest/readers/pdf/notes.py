"""Notes: the footnotes of a page, told from its text by their size and place."""

from __future__ import annotations

import re

from ingest.readers.pdf.lines import Line

_MARK = re.compile(r"^(?:\d{1,3}|[*†‡])\s*\S")


def split_notes(lines: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    """(text, footnotes) of a page's lines: the smaller print at its end, from its first mark on."""
    first = len(lines)
    while first > 0 and lines[first - 1].table is None and 0 < lines[first - 1].size <= 0.92 * body:
        first -= 1
    while first < len(lines) and not _MARK.match(lines[first].text):
        first += 1
    above = lines[first - 1].bottom if 0 < first < len(lines) else None
    if above is not None and lines[first].top < above - lines[first].height:
        return lines, []
    return lines[:first], lines[first:]
