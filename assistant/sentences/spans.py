"""The sentences of a passage as slices of its document; a table row is one."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.draft import CELL_JOINER
from ingest.passage import Passage
from ingest.sentences import sentences

ROW = 75
"""A table's row of so many words is one slice: a sentence of a cell ("Moved to May.") says little alone."""


def sentence_spans(passage: Passage) -> list[tuple[int, int]]:
    """(start, end) in code points of the document's text, in order."""
    if passage.header:
        return [
            (passage.start + start, passage.start + end) for start, end in _rows(passage.text, passage.header)
        ]
    return [(passage.start + start, passage.start + end) for start, end in _of_text(passage.text)]


@lru_cache(maxsize=4_096)
def _rows(text: str, header: str) -> tuple[tuple[int, int], ...]:
    """The rows that share a passage; all of it where a line has not the header's cells."""
    lines = [line.span() for line in re.finditer(r"[^\n]+", text)]
    mark = CELL_JOINER.strip()
    if any(text.count(mark, start, end) != header.count(mark) for start, end in lines):
        return ((0, len(text)),)
    return tuple(lines)


@lru_cache(maxsize=4_096)
def _of_text(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(dict.fromkeys(_with_row(text, start, end) for start, end in sentences(text)))


def _with_row(text: str, start: int, end: int) -> tuple[int, int]:
    """The row that the slice is a part of, if it is of one and that is short enough; else the slice."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    row = text[first : last if last >= 0 else len(text)]
    if CELL_JOINER not in row or "\n" in row or len(row.split()) > ROW:
        return start, end
    return first, first + len(row.rstrip())
