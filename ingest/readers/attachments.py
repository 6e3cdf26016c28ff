"""Attachments: the documents sent with a message, each read by the reader of its own format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from ingest.detect import detect
from ingest.discover import DOCUMENTS
from ingest.draft import DraftBlock, Strand
from ingest.errors import ReadError
from ingest.pulse import beat


def attached_blocks(data: bytes, name: str, level: int) -> list[DraftBlock]:
    """What is in an attachment, under its name as a heading of that level, without places on pages.

    None where it is a picture (a logo, a signature), is a message (which the caller reads), has no text or
    pages that are unread, or is in no format that is read; invitations and cards are text, but no documents.
    """
    from ingest.read import read_draft  # the reader of messages is one of those it knows

    beat()
    try:
        form = detect(data, name)
        if form in ("image", "eml") or (form == "text" and PurePath(name).suffix.lower() not in DOCUMENTS):
            return []
        draft = read_draft(data, name)
    except ReadError:
        return []
    whole = not any(page.read_by == "unread" for page in draft.pages)
    blocks = [_unplaced(block, level) for block in draft.blocks] if whole else []
    heading = DraftBlock("heading", Strand(f"Attachment: {name}"), level)
    return [heading, *blocks] if any(map(_has_text, blocks)) else []


def renumbered(parts: Sequence[Sequence[DraftBlock]]) -> list[DraftBlock]:
    """The blocks of several drafts as those of one: no two of their tables have the same number."""
    blocks: list[DraftBlock] = []
    for part in parts:
        first = 1 + max((block.table for block in blocks), default=-1)
        blocks += [replace(block, table=first + block.table) if block.table >= 0 else block for block in part]
    return blocks


def _unplaced(block: DraftBlock, level: int) -> DraftBlock:
    cells = [Strand(cell.text) for cell in block.cells]
    deeper = block.level + level if block.kind == "heading" else block.level
    return replace(block, strand=Strand(block.strand.text), cells=cells, level=deeper, page=0)


def _has_text(block: DraftBlock) -> bool:
    return any(strand.text.strip() for strand in (block.strand, *block.cells))
