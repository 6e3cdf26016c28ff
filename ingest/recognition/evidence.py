"""Evidence: the words of a document in the order of how much they say about the whole of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.document import Block
from ingest.draft import Metadata

_FIRST_PAGE_WORDS = 700
_FIRST_BLOCKS = 40
_LONGEST_LINE, _FIRST_PAGE, _WHOLE = 600, 10_000, 60_000
"""Characters of a line, of the first page and of the whole text that are looked at."""


@dataclass(frozen=True)
class Opening:
    """A block near the beginning: its text, and whether it is a heading or stands in a table."""

    text: str
    heading: bool
    level: int
    cells: bool = False


@dataclass(frozen=True)
class Evidence:
    """What recognising goes by: opening blocks, first page's words, the file's name and metadata."""

    opening: tuple[Opening, ...]
    first_page: str
    text: str
    stem: str
    metadata: Metadata


def gather(text: str, blocks: tuple[Block, ...], source: str, metadata: Metadata) -> Evidence:
    """The evidence in a document."""
    opening = tuple(
        Opening(
            _plain(text[block.start : min(block.end, block.start + _LONGEST_LINE)], block.marker),
            block.kind == "heading",
            block.level,
            block.kind in ("table_header", "table_row"),
        )
        for block in blocks[:_FIRST_BLOCKS]
    )
    words = 0
    end = 0
    for block in blocks:
        end = block.end
        words += len(text[block.start : block.end].split())
        if words > _FIRST_PAGE_WORDS:
            break
    stem = re.sub(r"\.\w{2,5}$", "", source)
    return Evidence(
        opening, text[: min(end, _FIRST_PAGE)], text[:_WHOLE], re.sub(r"[_+]+|%20", " ", stem), metadata
    )


def normal(text: str) -> str:
    """Small letters, one kind of apostrophe and dash, "&" as "and", single spaces."""
    text = text.lower().replace("’", "'").replace("‘", "'").replace("&", " and ")
    return " ".join(re.sub("[‐-―−]", "-", text).split())


def _plain(text: str, marker: str) -> str:
    """A block's text without its marker and without a footnote number stuck to its last word."""
    text = text[len(marker) :].strip() if marker and text.startswith(marker) else text
    return re.sub(r"(?<=[a-z)])\d{1,2}$", "", text)
