"""Quotes to draw boxes around, from read PDFs, and what is hard about each."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ingest.document import Block, Document
from ingest.places import NO_PAGE, Places
from ingest.sentences import sentences

Floats = npt.NDArray[np.float64]

LONGEST = 1500
_BESIDE = 10.0
"""Points by which two blocks overlap in height to stand beside each other."""


@dataclass(frozen=True)
class Quote:
    """The words `start:end` of the document read from `path`, and the names of what is hard about them."""

    path: Path
    document: Document
    start: int
    end: int
    classes: tuple[str, ...]


def chosen(documents: Sequence[tuple[Path, Document]], each: int, seed: int) -> list[Quote]:
    """Up to `each` quotes of every class, without repeats; the same for the same seed."""
    found = [quote for path, document in documents for quote in _quotes(path, document)]
    dealt = random.Random(seed).sample(found, len(found))  # noqa: S311 - a sample, not a secret
    names = sorted({name for quote in dealt for name in quote.classes})
    kept = [[one for one in dealt if name in one.classes][:each] for name in names]
    return list({id(quote): quote for quotes in kept for quote in quotes}.values())


def _quotes(path: Path, document: Document) -> Iterator[Quote]:
    places = document.places
    if places is None:
        return
    beside = _columns(document, places)
    for block in document.blocks:
        for start, end in _slices(document, block):
            classes = _classes(document, places, block, start, end)
            if block in beside:
                classes.append("two columns")
            yield Quote(path, document, start, end, tuple(classes or ["plain"]))
    for first, second in itertools.pairwise(document.blocks):
        if second.end - first.start <= LONGEST:
            pages = places.pages_of(first.start, second.end)
            classes = ["several blocks", *(["several pages"] if len(pages) > 1 else [])]
            yield Quote(path, document, first.start, second.end, tuple(classes))


def _slices(document: Document, block: Block) -> list[tuple[int, int]]:
    """A row or a heading whole; a paragraph's sentences."""
    if block.kind not in ("paragraph", "list_item"):
        return [(block.start, block.end)]
    text = document.text[block.start : block.end]
    return [(block.start + start, block.start + end) for start, end in sentences(text)]


def _classes(document: Document, places: Places, block: Block, start: int, end: int) -> list[str]:
    found = []
    if len(places.pages_of(start, end)) > 1:
        found.append("several pages")
    if block.kind.startswith("table"):
        found.append("table row")
    if _broken_word(document.text, places, start, end):
        found.append("broken word")
    if _ligature(document.text, places, start, end):
        found.append("ligature")
    if _turned(places, start, end):
        found.append("turned")
    return found


def _turned(places: Places, start: int, end: int) -> bool:
    """Whether the text runs up or down: its first letters stand one above the other."""
    own = places.boxes[start : min(end, start + 8)][places.pages[start : min(end, start + 8)] != NO_PAGE]
    return len(own) > 4 and bool(np.ptp(own[:, 1]) > 2 * np.ptp(own[:, 0]))


def _broken_word(text: str, places: Places, start: int, end: int) -> bool:
    """Whether a word goes on in another line."""
    for i in range(start, end - 1):
        inside = text[i].isalpha() and text[i + 1].isalpha() and places.pages[i] == places.pages[i + 1]
        if (
            inside
            and places.boxes[i + 1, 1] > places.boxes[i, 3] - 20
            and places.boxes[i + 1, 0] < places.boxes[i, 0]
        ):
            return True
    return False


def _ligature(text: str, places: Places, start: int, end: int) -> bool:
    """Whether one sign is several letters: they have one place."""
    return any(
        text[i] == "f" and text[i + 1] in "fil" and (places.boxes[i] == places.boxes[i + 1]).all()
        for i in range(start, end - 1)
    ) or any("\ufb00" <= c <= "\ufb06" for c in text[start:end])


def _columns(document: Document, places: Places) -> set[Block]:
    """The blocks of running text that stand beside another one, or go on beside themselves."""
    extents: dict[int, list[tuple[Block, Floats]]] = {}
    found = set()
    for block in document.blocks:
        if block.kind not in ("paragraph", "list_item"):
            continue
        numbers = places.pages[block.start : block.end]
        for page in places.pages_of(block.start, block.end):
            own = places.boxes[block.start : block.end][numbers == page] / 10
            box = np.array([*own[:, :2].min(axis=0), *own[:, 2:].max(axis=0)])
            extents.setdefault(page, []).append((block, box))
            if np.diff(own[:, 1]).min(initial=0) < -3 * _BESIDE:
                found.add(block)
    for extent in extents.values():
        found |= {block for block, box in extent if any(_beside(box, other) for _, other in extent)}
    return found


def _beside(one: Floats, other: Floats) -> bool:
    level = min(one[3], other[3]) - max(one[1], other[1]) > _BESIDE
    return bool(level and (one[2] < other[0] or other[2] < one[0]))
