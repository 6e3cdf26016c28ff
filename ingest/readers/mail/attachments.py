"""Attachments: the documents sent with a message, each read by the reader of its own format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from ingest.detect import detect
from ingest.discover import DOCUMENTS
from ingest.draft import Draft, DraftBlock, DraftPage, Strand
from ingest.errors import ReadError
from ingest.pulse import beat


def attached(data: bytes, name: str, level: int) -> Draft:
    """What is in an attachment, under its name as a heading of that level, with its pages as pages "of" it.

    It is empty where it is a picture (a logo, a signature), a message (which the caller reads), without text,
    or in no format that is read; invitations and cards are text, but no documents.
    """
    from ingest.read import read_draft  # the reader of messages is one of those it knows

    beat()
    try:
        form = detect(data, name)
        if form in ("image", "eml", "msg") or (
            form == "text" and PurePath(name).suffix.lower() not in DOCUMENTS
        ):
            return Draft()
        draft = read_draft(data, name)
    except ReadError:
        return Draft()
    blocks = [_unplaced(block, level) for block in draft.blocks]
    if not any(map(_has_text, blocks)):
        return Draft()
    heading = DraftBlock("heading", Strand(f"Attachment: {name}"), level)
    pages = [replace(page, label=f"{page.label} of {name}") for page in draft.pages]
    return Draft([heading, *blocks], pages)


def joined(parts: Sequence[tuple[str, Draft]]) -> Draft:
    """Named drafts one after another as one: no two of their tables have the same number.

    Where one has pages, each that has none counts as one page, so that its words are on no page of another.
    """
    whole = Draft()
    paged = any(draft.pages for _, draft in parts)
    for name, draft in parts:
        first = 1 + max((block.table for block in whole.blocks), default=-1)
        before = len(whole.pages)
        for block in draft.blocks:
            table = first + block.table if block.table >= 0 else block.table
            whole.blocks.append(replace(block, table=table, page=before + block.page))
        if paged and draft.blocks:
            whole.pages += draft.pages or [DraftPage(name)]
    return whole


def _unplaced(block: DraftBlock, level: int) -> DraftBlock:
    cells = [Strand(cell.text) for cell in block.cells]
    deeper = block.level + level if block.kind == "heading" else block.level
    return replace(block, strand=Strand(block.strand.text), cells=cells, level=deeper)


def _has_text(block: DraftBlock) -> bool:
    return any(strand.text.strip() for strand in (block.strand, *block.cells))
