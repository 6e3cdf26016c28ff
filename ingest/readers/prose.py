"""Prose: repairs that every format with paragraphs needs."""

from __future__ import annotations

import re

from ingest.draft import DraftBlock, Strand

_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_RULE = re.compile(r"^[-_=*~\s]{3,}$")
_UNFINISHED = re.compile(r"[^\W_],?$")


def without_emphasis(text: str) -> str:
    """The text without pairs of Markdown emphasis marks, which exports leave behind; "" for a drawn rule."""
    if _RULE.match(text):
        return ""
    return _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", text)) if "*" in text or "__" in text else text


def join_broken(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Paragraphs cut in mid-sentence put together: the first has no end, the next begins with a
    small letter.
    """
    joined: list[DraftBlock] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and _is_cut(last, block):
            joined[-1] = DraftBlock(
                last.kind,
                Strand(f"{last.strand.text} {block.strand.text}"),
                last.level,
                last.marker,
                page=last.page,
            )
        else:
            joined.append(block)
    return joined


def _is_cut(first: DraftBlock, second: DraftBlock) -> bool:
    """Whether a sentence runs on from one block into the next."""
    if (
        first.kind not in ("paragraph", "list_item")
        or second.kind != "paragraph"
        or first.page != second.page
    ):
        return False
    long = len(first.strand.text.split()) >= 8
    return long and bool(_UNFINISHED.search(first.strand.text)) and second.strand.text[:1].islower()
