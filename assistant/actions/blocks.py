"""Blocks of prose: the paragraphs and list items of a document under their headings, and cells of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.actions.columns import is_minuted, roles_of
from ingest.document import Block, Document

_LEADERS = re.compile(r"(?:\.\s?){5}")
_TITLE = re.compile(r"(?:\d[\d.]*\s+)?[A-Z][^.:;]{2,40}(?=[.:]\s)")
"""What a cell of minutes is about, where it opens with it: "Play scheme. The chair said …"."""
_TELLS = 5
"""A cell of fewer words tells nothing."""


def prose_of(document: Document) -> Iterator[tuple[Block, str]]:
    """Each paragraph and list item with the heading above it, and what a row of minutes tells; lines with dot
    leaders are left out.
    """
    told = {block.start: cells for block, cells, _ in _minuted(document)}
    heading = ""
    for block in document.blocks:
        if block.kind == "heading":
            heading = document.text[block.start : block.end]
        elif block.kind in ("paragraph", "list_item") and not _LEADERS.search(
            document.text, block.start, block.end
        ):
            yield block, heading
        for cell in told.get(block.start, ()):
            text = document.text[cell.start : cell.end]
            if len(text.split()) >= _TELLS:
                title = _TITLE.match(text)
                yield cell, f"{heading}. {title[0]}" if title else heading


def decided_in(document: Document) -> Iterator[tuple[Block, str]]:
    """The cells of minutes that hold what was decided and is to be done, each with the rest of its row."""
    for _, told, decided in _minuted(document):
        beside = " ".join(document.text[cell.start : cell.end] for cell in told)
        for cell in decided:
            yield cell, beside


def _minuted(document: Document) -> Iterator[tuple[Block, list[Block], list[Block]]]:
    """The rows of the tables of minutes that are no plans: a row, its cells that tell, those that decide."""
    table, header = -1, [""]
    for block in document.blocks if document.kind == "minutes" else ():
        if block.table < 0:
            continue
        if block.table != table:
            table, header = block.table, [document.text[slice(*cell)] for cell in block.cells]
        elif not roles_of(header):
            decides = [is_minuted(label) for label in header]
            cells = [
                (replace(block, kind="paragraph", start=start, end=end), at)
                for at, (start, end) in enumerate(block.cells)
            ]
            told = [cell for cell, at in cells if not any(decides[at : at + 1])]
            yield block, told, [cell for cell, at in cells if any(decides[at : at + 1])]
