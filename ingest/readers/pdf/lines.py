"""Lines: the glyphs of a page gathered into printed lines, each with its place and look."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ingest.draft import Strand, added, join
from ingest.readers.pdf.glyphs import Glyphs
from ingest.readers.pdf.ink import taken
from ingest.sentences import trimmed

_WIDE_GAP = 1.6
"""A gap of more than this many times the font size separates two segments of a row."""

_WORD_GAP = 0.15
"""Neighbours further apart than this many times the font size have a space between them."""

_NUMBER = re.compile(r"^\d{1,4}$|^[ivxlc]{1,6}$")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\w{1,6}$")


@dataclass
class Line:
    """A printed line, or a part of one: spans of the page's glyphs, with box in points and look."""

    page: int
    spans: list[tuple[int, int]]
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    hyphen: bool = False
    """Whether pdfium found the last character to be a hyphen that splits a word."""
    spaced: bool = False
    """Whether a space is printed after the last character."""
    first_word: float = 0.0
    """Width of the first word in points: would it have fitted on the line before?"""
    column: int = 0
    tabbed: bool = False
    """Whether it ends in a number set apart by a wide gap or a row of dots, as in a list of contents."""
    table: Table | None = None
    """The table that stands here, where this is no line of text but holds a table's place."""
    strand: Strand = field(default_factory=lambda: Strand(""), repr=False)

    @property
    def height(self) -> float:
        """Height of the line's box in points."""
        return self.bottom - self.top


@dataclass
class Table:
    """A table on one page: rows of cells, each its lines; `box` in points, `glyphs` its characters."""

    page: int
    box: tuple[float, float, float, float]
    rows: list[list[list[Line]]]
    glyphs: set[int]


def place_of(table: Table) -> Line:
    """A line that holds a table's place among the lines of its page."""
    return Line(table.page, [], "", *table.box, size=0.0, bold=False, italic=False, table=table)


def page_lines(glyphs: Glyphs, page: int) -> list[Line]:
    """The segments of the page in the order of its content; a wide gap begins a new segment."""
    edges = sorted({0, *glyphs.breaks, len(glyphs.text)})
    lines: list[Line] = []
    for start, end in _straight(glyphs, edges):
        for first, last in glyphs.ink.split(start, end, _WIDE_GAP):
            line = make_line(glyphs, page, [(first, last)])
            if line is not None:
                lines.append(line)
    return lines


def _straight(glyphs: Glyphs, edges: list[int]) -> list[tuple[int, int]]:
    """The stretches between neighbouring edges, without those that run aside."""
    if not glyphs.aside.any():
        return list(itertools.pairwise(edges))
    turns = np.flatnonzero(np.diff((glyphs.aside & glyphs.inked).astype(np.int8))) + 1
    every = sorted({*edges, *turns.tolist()})
    return [
        (start, end)
        for start, end in itertools.pairwise(every)
        if not (glyphs.aside & glyphs.inked)[start:end].any()
    ]


def make_line(glyphs: Glyphs, page: int, spans: list[tuple[int, int]]) -> Line | None:
    """A line of these spans of glyphs; None where they are blank."""
    words = [span for span in (trimmed(glyphs.text, *span) for span in spans) if span[0] < span[1]]
    if not words:
        return None
    ink = glyphs.ink
    parts = [ink.within(*span) for span in words]
    styles, lefts, rights = (taken(one, parts) for one in (ink.styles, ink.left, ink.right))
    tops, bottoms = taken(ink.top, parts), taken(ink.bottom, parts)
    first = glyphs.palette[styles[0]]
    size, bold, italic = first.size, first.bold, first.italic
    if styles.count(styles[0]) < len(styles):
        looks = np.array(styles)
        size, main = _dominant(glyphs, looks)
        tops, bottoms = list(itertools.compress(tops, main)), list(itertools.compress(bottoms, main))
        bold, italic = (_share(glyphs, looks, name) > 0.85 for name in ("bold", "italic"))
    strand = _strand(glyphs, page, words, size)
    word_end = next((i for i in range(*words[0]) if glyphs.text[i].isspace()), words[0][1])
    return Line(
        page,
        words,
        strand.text,
        min(lefts),
        min(tops),
        max(rights),
        max(bottoms),
        size or float(np.median(np.subtract(bottoms, tops, dtype=np.float32))),
        bold,
        italic,
        words[-1][1] - 1 in glyphs.hyphens,
        glyphs.text[words[-1][1] : words[-1][1] + 1].isspace() and words[-1][1] not in glyphs.breaks,
        float(glyphs.boxes[word_end - 1, 2] - glyphs.boxes[words[0][0], 0]),
        tabbed=bool(_LEADERS.search(strand.text)),
        strand=strand,
    )


def merge_lines(glyphs: Glyphs, lines: list[Line]) -> Line:
    """One line of several segments of a row, from left to right.

    Where one stands in the middle of another (a raised figure printed after its line), their words are put
    in the order in which they stand.
    """
    if len(lines) == 1:
        return lines[0]
    ordered = sorted(lines, key=lambda line: line.left)
    spans = [span for line in ordered for span in line.spans]
    if any(second.left < first.right - 1 for first, second in itertools.pairwise(ordered)):
        words = [word for span in spans for word in _words(glyphs, *span)]
        spans = sorted(words, key=lambda word: float(glyphs.boxes[word[0], 0]))
    merged = make_line(glyphs, lines[0].page, spans)
    assert merged is not None
    merged.column = lines[0].column
    merged.tabbed = bool(_NUMBER.match(ordered[-1].text)) and len(spans) == sum(
        len(one.spans) for one in lines
    )
    return merged


def _words(glyphs: Glyphs, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the words in a stretch of glyphs."""
    edges = np.flatnonzero(np.diff(glyphs.inked[start:end].astype(np.int8), prepend=0, append=0))
    return [(start + int(first), start + int(last)) for first, last in edges.reshape(-1, 2)]


def same_row(first: Line, second: Line) -> bool:
    """Whether two segments stand on one row: the lower half of the smaller overlaps the larger."""
    overlap = min(first.bottom, second.bottom) - max(first.top, second.top)
    return overlap > 0.5 * min(first.height, second.height)


def _dominant(glyphs: Glyphs, styles: npt.NDArray[np.int32]) -> tuple[float, npt.NDArray[np.bool_]]:
    """The font size of most characters (signs only where there is nothing else), and which have it."""
    counts = np.bincount(styles, minlength=len(glyphs.palette)) * np.where(
        glyphs.quality("symbol"), 0.001, 1.0
    )
    sizes = np.unique(glyphs.sizes)
    size = max(sizes.tolist(), key=lambda one: counts[glyphs.sizes == one].sum())
    return size, glyphs.sizes[styles] == size


def _share(glyphs: Glyphs, styles: npt.NDArray[np.int32], quality: str) -> float:
    """The share of the letters (signs left out) that are bold or italic."""
    letters = styles[~glyphs.quality("symbol")[styles]]
    return float(glyphs.quality(quality)[letters].mean()) if len(letters) else 0.0


def _strand(glyphs: Glyphs, page: int, spans: list[tuple[int, int]], size: float) -> Strand:
    """The text of the spans with the map; a space goes between spans that do not touch."""
    parts: list[Strand] = []
    for number, (start, end) in enumerate(spans):
        if number and _apart(glyphs, spans[number - 1], start, size):
            parts.append(added(" "))
        stretch = glyphs.text[start:end]
        parts.append(Strand(stretch, np.full(end - start, page, np.int32), glyphs.tenths[start:end]))
    return join(parts)


def _apart(glyphs: Glyphs, before: tuple[int, int], start: int, size: float) -> bool:
    """Whether a space belongs between a span and the one that begins at `start`."""
    gap = glyphs.boxes[start, 0] - glyphs.boxes[before[1] - 1, 2]
    printed = start > 0 and start != before[1] and start not in glyphs.breaks and glyphs.styles[start - 1] > 0
    spaced = printed and glyphs.text[start - 1].isspace()
    return bool(gap > _WORD_GAP * max(size, 4.0)) or spaced
