"""Assemble: a draft's blocks, one under the other, become one text with offsets, pages and places."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from ingest.clean import clean
from ingest.document import Block, Page
from ingest.draft import CELL_JOINER, Draft, DraftBlock, Strand, added, join
from ingest.places import NO_PAGE, Places

_WHITESPACE = re.compile(r"\s+")
_BLOCK_JOINER = "\n"


@dataclass(frozen=True)
class Assembled:
    """A draft with offsets. `cleaned` counts the characters dropped, by kind."""

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    places: Places | None
    cleaned: dict[str, int]


def assemble(draft: Draft) -> Assembled:
    """One text from all blocks; blocks whose text is blank are left out."""
    cleaned: Counter[str] = Counter(draft.dropped)
    strands: list[Strand] = []
    blocks: list[Block] = []
    starts_on: list[tuple[int, int]] = []
    offset = 0
    for drafted in draft.blocks:
        strand, cells = _block_strand(drafted, cleaned)
        if not strand.text.strip():
            continue
        if strands:
            strands.append(added(_BLOCK_JOINER) if strand.pages is not None else Strand(_BLOCK_JOINER))
            offset += len(_BLOCK_JOINER)
        strands.append(strand)
        slices = tuple((offset + start, offset + end) for start, end in cells)
        end = offset + len(strand.text)
        blocks.append(Block(drafted.kind, offset, end, drafted.level, drafted.marker, drafted.table, slices))
        starts_on.append((offset, drafted.page))
        offset = end
    text = "".join(strand.text for strand in strands)
    places = _places(strands)
    return Assembled(text, tuple(blocks), _pages(draft, text, starts_on, places), places, dict(cleaned))


def tidy(strand: Strand, cleaned: Counter[str]) -> Strand:
    """The strand cleaned, each run of white space made one space, blank ends cut; the map is kept."""
    text, counts = clean(strand.text)
    cleaned.update(counts)
    if strand.pages is None:
        return Strand(_WHITESPACE.sub(" ", text).strip())
    if not counts and text == strand.text and " ".join(text.split()) == text:
        return strand
    kept = [(index, "\ufffd" if "\ud800" <= c <= "\udfff" else c) for index, c in enumerate(strand.text)]
    kept = [(index, c) for index, c in kept if c.isspace() or clean(c)[0]]
    indexes: list[int] = []
    characters: list[str] = []
    for index, character in kept:
        if character.isspace():
            if not characters or characters[-1] == " ":
                continue
            character = " "
        indexes.append(index)
        characters.append(character)
    if characters and characters[-1] == " ":
        indexes.pop()
        characters.pop()
    return strand.keep(indexes, "".join(characters))


def _block_strand(block: DraftBlock, cleaned: Counter[str]) -> tuple[Strand, list[tuple[int, int]]]:
    """The block's text, and the slices of its cells where it is a row."""
    if not block.cells:
        return tidy(block.strand, cleaned), []
    cells = [_without_joiner(tidy(cell, cleaned)) for cell in block.cells]
    if not any(cell.text for cell in cells):
        return Strand(""), []
    placed = cells[0].pages is not None
    parts: list[Strand] = []
    slices: list[tuple[int, int]] = []
    offset = 0
    for cell in cells:
        if slices:
            parts.append(added(CELL_JOINER) if placed else Strand(CELL_JOINER))
            offset += len(CELL_JOINER)
        parts.append(cell)
        slices.append((offset, offset + len(cell.text)))
        offset += len(cell.text)
    return join(parts), slices


def _without_joiner(cell: Strand) -> Strand:
    """A cell without the white space round its own "|", so that " | " in a row always parts two cells."""
    if "|" not in cell.text:
        return cell
    text = f" {cell.text} "
    spaced = {at for at, character in enumerate(text) if character == " " and "|" in text[at - 1 : at + 2]}
    kept = [at for at in range(len(cell.text)) if at + 1 not in spaced]
    return cell.keep(kept, "".join(cell.text[at] for at in kept))


def _places(strands: list[Strand]) -> Places | None:
    """The map of the whole text; None where the format has no places."""
    joined = join(strands)
    if joined.pages is None or joined.boxes is None:
        return None
    return Places(joined.pages, joined.boxes)


def _pages(
    draft: Draft, text: str, starts_on: list[tuple[int, int]], places: Places | None
) -> tuple[Page, ...]:
    """Each page's slice, from the map where there is one, else from the page on which each block starts."""
    count = len(draft.pages)
    firsts = [len(text)] * (count + 1)
    if places is not None:
        placed = np.flatnonzero(places.pages != NO_PAGE)
        numbers, at = np.unique(places.pages[placed], return_index=True)
        for number, index in zip(numbers.tolist(), at.tolist(), strict=True):
            firsts[number] = int(placed[index])
    else:
        for offset, page in reversed(starts_on):
            firsts[page] = offset
    for index in range(count - 1, -1, -1):
        firsts[index] = min(firsts[index], firsts[index + 1])
    if count:
        firsts[0] = 0
    pages = []
    for index, drawn in enumerate(draft.pages):
        start, end = firsts[index], firsts[index + 1]
        end = max(start, start + len(text[start:end].rstrip()))
        pages.append(Page(index, drawn.label, start, end, drawn.read_by))
    return tuple(pages)
