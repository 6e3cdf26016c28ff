"""Prose: repairs that every format with paragraphs needs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.draft import DraftBlock, Strand
from ingest.readers.markers import find_marker, list_depth

_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_RULE = re.compile(r"^[-_=*~\s]{3,}$")
_PAGE_NUMBER, _MOST_RUNNING = 8, 20
"""Characters of the longest running head that is but a page number; lines of running heads that are kept."""
_UNFINISHED = re.compile(r"[^\W_],?$")


def without_emphasis(text: str) -> str:
    """The text without pairs of Markdown emphasis marks, which exports leave behind; "" for a drawn rule."""
    if _RULE.match(text):
        return ""
    return _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", text)) if "*" in text or "__" in text else text


def block_of(text: str, level: int, printed: str, depth: int) -> DraftBlock:
    """The block of a word processor's paragraph: a heading of that level (0 for none), a list item, or plain.

    `printed` is the number or bullet that the program prints before it ("" for none), `depth` that of its
    list, 0 the outermost.
    """
    shown = f"{printed} {text}" if printed else text
    marker = printed or find_marker(text)
    if level:
        return DraftBlock("heading", Strand(shown), level, marker)
    if marker:
        return DraftBlock("list_item", Strand(shown), depth + 1 if depth else list_depth(marker), marker)
    return DraftBlock("paragraph", Strand(text))


def running_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """The different ones of a document's running heads and feet that are more than a page number."""
    tidied = (" ".join(line.split()) for line in lines)
    return tuple(dict.fromkeys(line for line in tidied if len(line) > _PAGE_NUMBER))[:_MOST_RUNNING]


def join_broken(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Paragraphs cut in mid-sentence put together: no end, then a small letter."""
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
