"""Section: what a paper lists under a heading of its own, whole and in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.slices import Slice
from ingest.document import Block, Document
from ingest.phrases import worded
from prompts import load_data

LONGEST = 14
"""A heading of more words is none; and what is shorter and no sentence heads a part of the list."""

_BULLET = re.compile(r"^(?:[^\w“‘\"'(]+|\(?[a-z]{1,3}[.)])\s*")
_ENDS = re.compile(r"[.!?:;”’\"')\d]\s*$")
_ends = worded("vocabulary/listing.yaml", r"^\W*{section_words.ends}\b")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading's words, the body that it is put to ("" where none is named), and the items under it."""

    heading: str
    body: str
    items: tuple[Slice, ...]


def sections(document: Document, sort: str, body: str) -> list[Section]:
    """The lists of a sort, under the first heading for it that there is; those put to `body`, if any."""
    rules: dict[str, Any] = load_data("vocabulary/listing.yaml")["sections"][sort]
    for heading in rules["headings"]:
        found = [at for at in range(len(document.blocks)) if _heads(document, at, heading)]
        lists = [one for at in found if (one := _section(document, at)).items and body in ("", one.body)]
        if lists:
            return _outermost(lists)
    return []


def _heads(document: Document, at: int, heading: str) -> bool:
    """Is the block a heading of that kind, or a line that is no more than one?"""
    block, words = document.blocks[at], _words(document, document.blocks[at])
    if block.kind not in ("heading", "paragraph") or len(words.split()) > LONGEST:
        return False
    # The mark of a footnote may stand right behind ("improve?1"); a number apart is a page of the contents.
    return re.fullmatch(rf"(?:{heading})[?:.]?\d?\s*", words.split("\n")[0], re.IGNORECASE) is not None


def _body(document: Document, at: int) -> str:
    """The body that the nearest heading to name one puts a list to; "" where none does."""
    for block in reversed(document.blocks[: at + 1]):
        if block.kind == "heading":
            words = _words(document, block)
            if named := next((name for name, pattern in _bodies().items() if pattern.search(words)), ""):
                return named
    return ""


def _section(document: Document, at: int) -> Section:
    """The items under the heading at `at`; in a paper that groups them under headings, of all groups."""
    items: list[Slice] = []
    for block in _under(document, at):
        start = block.start + len((_BULLET.match(_words(document, block)) or [""])[0])
        if items and _goes_on(document, items[-1], block):
            items[-1] = Slice(document.id, items[-1].start, block.end)
        elif block.kind == "list_item" or _is_sentence(document, block):
            items.append(Slice(document.id, start, block.end))
    heading = _words(document, document.blocks[at]).split("\n")[0].strip()
    return Section(heading.rstrip("0123456789"), _body(document, at), tuple(items))


def _under(document: Document, at: int) -> Iterator[Block]:
    """The blocks under a heading, up to the next; where others follow it at once, up to one above those."""
    blocks = document.blocks
    level = blocks[at + 1].level if at + 1 < len(blocks) and blocks[at + 1].kind == "heading" else None
    if level is not None and _same_words(document, at, at + 1):
        return
    marked = next((block.marker for block in blocks[at + 1 :] if block.kind == "list_item"), "")
    for block in blocks[at + 1 :]:
        if block.kind == "list_item" and block.level < 2 and _numbered(block.marker) != _numbered(marked):
            return  # Paragraphs are numbered, points are not, where a heading was missed.
        if block.kind != "heading":
            yield block
        elif level is None or block.level < level or _ends().search(_words(document, block)):
            return


def _goes_on(document: Document, item: Slice, block: Block) -> bool:
    """Does a block belong to the item before it: one of its own points, or the rest of a sentence?"""
    before, words = document.text[item.start : item.end].rstrip(), _words(document, block)
    if block.kind == "list_item":
        return block.level > 1
    return words[:1] in "−–-" or before.endswith((":", ";", ",")) or words[:1].islower()


def _is_sentence(document: Document, block: Block) -> bool:
    words = _words(document, block)
    return block.kind == "paragraph" and (len(words.split()) > LONGEST or bool(_ENDS.search(words)))


def _numbered(marker: str) -> bool:
    return any(sign.isdigit() for sign in marker)


def _same_words(document: Document, one: int, other: int) -> bool:
    """Do two headings begin with the same line, as where a heading is printed twice?"""
    first, second = (_words(document, document.blocks[at]).split("\n")[0] for at in (one, other))
    return first.strip() == second.strip()


def _outermost(found: Sequence[Section]) -> list[Section]:
    """Those whose items are not all another's too."""
    kept: list[Section] = []
    for one in sorted(found, key=lambda section: -len(section.items)):
        if not any(set(one.items) <= set(other.items) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda section: section.items[0].start)


def _words(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


@cache
def _bodies() -> dict[str, re.Pattern[str]]:
    bodies = load_data("vocabulary/listing.yaml")["section_words"]["bodies"]
    return {name: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for name, words in bodies.items()}
