"""Blocks of prose: the paragraphs and list items of a document under their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.document import Block, Document

_LEADERS = re.compile(r"(?:\.\s?){5}")


def prose_of(document: Document) -> Iterator[tuple[Block, str]]:
    """Each paragraph and list item with the heading above it; lines with dot leaders are left out."""
    heading = ""
    for block in document.blocks:
        if block.kind == "heading":
            heading = document.text[block.start : block.end]
        elif block.kind in ("paragraph", "list_item") and not _LEADERS.search(
            document.text, block.start, block.end
        ):
            yield block, heading
