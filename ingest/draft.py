"""Draft: what a format's reader hands over, before text, blocks and pages get their offsets."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ingest.document import BlockKind, ReadBy
from ingest.places import NO_PAGE

CELL_JOINER = " | "
"""Stands between the cells of a row in the document's text."""


@dataclass
class Strand:
    """Text with, for each of its characters, the page and the box it came from.

    `pages`: shape (n,), int32; `boxes`: shape (n, 4), int16, as in `Places`. Both None where the format has
    no places on pages.
    """

    text: str
    pages: npt.NDArray[np.int32] | None = None
    boxes: npt.NDArray[np.int16] | None = None

    def keep(self, indexes: list[int], text: str) -> Strand:
        """A strand of `text`, whose i-th character is this one's `indexes[i]`-th (-1: an added character)."""
        if self.pages is None or self.boxes is None:
            return Strand(text)
        chosen = np.array(indexes, dtype=np.int64)
        added = chosen < 0
        pages, boxes = self.pages[chosen], self.boxes[chosen]
        pages[added], boxes[added] = NO_PAGE, 0
        return Strand(text, pages, boxes)


def added(text: str) -> Strand:
    """A strand of characters that stand on no page (joining spaces, separators)."""
    return Strand(text, np.full(len(text), NO_PAGE, np.int32), np.zeros((len(text), 4), np.int16))


def join(strands: list[Strand]) -> Strand:
    """Strands one after another as one; all with places or all without."""
    if len(strands) == 1:
        return strands[0]
    text = "".join(strand.text for strand in strands)
    if not strands or strands[0].pages is None:
        return Strand(text)
    pages = np.concatenate([strand.pages for strand in strands if strand.pages is not None])
    boxes = np.concatenate([strand.boxes for strand in strands if strand.boxes is not None])
    return Strand(text, pages, boxes)


@dataclass
class DraftBlock:
    """A block before it has offsets. A row has `cells` and no `strand` of its own."""

    kind: BlockKind
    strand: Strand = field(default_factory=lambda: Strand(""))
    level: int = 0
    marker: str = ""
    table: int = -1
    cells: list[Strand] = field(default_factory=list)
    page: int = 0
    """0-based page on which the block starts; ignored where the format has no pages."""


@dataclass
class DraftPage:
    """A page's printed label and how its words were got."""

    label: str
    read_by: ReadBy = "text"


@dataclass
class Metadata:
    """What the file says about itself. `created` and `modified` are ISO dates.

    `running`: the running heads and feet, which are no part of the text but often name the body.
    """

    title: str | None = None
    author: str | None = None
    created: str | None = None
    modified: str | None = None
    running: tuple[str, ...] = ()


@dataclass
class Draft:
    """All that a reader found in one file, in reading order."""

    blocks: list[DraftBlock] = field(default_factory=list)
    pages: list[DraftPage] = field(default_factory=list)
    metadata: Metadata = field(default_factory=Metadata)
    dropped: dict[str, int] = field(default_factory=dict)
    """Characters dropped while reading, by kind, beside those that `clean` counts."""
