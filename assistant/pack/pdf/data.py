"""The pack as the data that the typesetter reads."""

from __future__ import annotations

from typing import Any

from assistant.pack.document import (
    Badge,
    Block,
    Grid,
    Heading,
    Inline,
    Line,
    Mark,
    PackDocument,
    Points,
    Quoted,
    Text,
    Words,
)
from assistant.pack.shown import day_words, note_parts

Json = dict[str, Any]

LONGEST_ON_ONE_PAGE = 700
"""Characters of a cell up to which its row is kept on one page."""


class PackData:
    """Turns one pack into data; knows which marks are the first of their note."""

    def __init__(self, pack: PackDocument) -> None:
        self._pack = pack
        self._marked: set[int] = set()

    def all(self) -> Json:
        """Title page, blocks in the order of reading, and notes."""
        pack = self._pack
        return {
            "title": pack.title,
            "subject": pack.subject,
            "marking": pack.marking,
            "as_of": day_words(pack.as_of),
            "facts": [list(fact) for fact in pack.facts],
            "statement": pack.statement,
            "blocks": [self._block(block) for block in pack.blocks],
            "notes": [
                {
                    "quote": note.quote,
                    "parts": [{"kind": kind, "text": text} for kind, text in note_parts(note)],
                }
                for note in pack.notes
            ],
        }

    def _block(self, block: Block) -> Json:
        if isinstance(block, Heading):
            page = block.level == 1 and block.own_page
            return {
                "type": "heading",
                "text": block.text,
                "level": block.level,
                "anchor": block.anchor,
                "page": page,
            }
        if isinstance(block, Text):
            return {"type": "text", "line": self._line(block.line), "role": block.role}
        if isinstance(block, Points):
            items = [self._line(line) for line in block.items]
            return {"type": "points", "items": items, "numbered": block.numbered}
        if isinstance(block, Grid):
            return {
                "type": "grid",
                "title": block.title,
                "headings": [column.heading for column in block.columns],
                "widths": [column.width for column in block.columns],
                "numbers": [column.numeric for column in block.columns],
                "cells": [cell for row in block.rows for cell in self._row(row)],
            }
        from assistant.charts.draw import draw_svg

        return {"type": "picture", "svg": draw_svg(block.chart), "alt": block.chart.description}

    def _row(self, row: tuple[Line, ...]) -> list[Json]:
        """The row's cells; only a long one may run on to the next page."""
        long = any(self._length(cell) > LONGEST_ON_ONE_PAGE for cell in row)
        return [{"line": self._line(cell), "breakable": long} for cell in row]

    def _length(self, line: Line) -> int:
        return sum(
            len(self._pack.note(item.note).quote if isinstance(item, Quoted) else getattr(item, "text", ""))
            for item in line
        )

    def _line(self, line: Line) -> list[Json]:
        return [self._piece(item) for item in line]

    def _piece(self, item: Inline) -> Json:
        if isinstance(item, Words):
            return {"type": "words", "text": item.text, "weight": item.weight}
        if isinstance(item, Badge):
            return {"type": "badge", "text": item.text, "tone": item.tone}
        first = item.note not in self._marked
        self._marked.add(item.note)
        return {"type": "mark" if isinstance(item, Mark) else "quoted", "note": item.note, "first": first}
