"""Scans: the glyphs of a page without a text layer, read from its image."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from ingest.readers.pdf.glyphs import Glyphs
from ingest.readers.pdf.rulings import Rulings
from ingest.readers.pdf.style import NO_STYLE, Style

if TYPE_CHECKING:
    from ingest.ocr.page import PageRead

_DPI = 200
"""Type of 10 points is then as high as the reading model wants it."""
_MOST_PIXELS = 12_000_000
_POINTS = 72.0
_PROSE_LINES, _PROSE_WORDS, _PROSE_SCORE = 3, 3, 0.85
"""A picture beside text is one of writing where at least this many lines have this many words."""
_SAME_SIZE = 1.13
"""Sizes measured on an image differ by less than this factor within one size of type."""

Image = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Scan:
    """What was read from an image: its characters and the lines drawn on it.

    `sure`: whether it could be read; `prose`: whether it is running text, not the words on a photograph;
    `work`: pixels of lines read.
    """

    glyphs: Glyphs
    rulings: Rulings
    sure: bool
    prose: bool
    work: int = 0


def image_of(page: Any) -> tuple[Image, float]:
    """The grey image of a pypdfium2 page, and its pixels a point."""
    width, height = page.get_size()
    scale = min(_DPI / _POINTS, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        image = np.array(bitmap.to_numpy(), np.uint8)
    finally:
        bitmap.close()
    return np.ascontiguousarray(image.reshape(image.shape[0], image.shape[1])), scale


def read_scan(image: Image, scale: float) -> Scan:
    """What is written on an image of `scale` pixels a point. ModelError where the extra is missing."""
    from ingest.ocr.page import read_page

    read = read_page(image)
    rulings = _level(read.horizontal / scale, 1), _level(read.vertical / scale, 0)
    long = [
        line for line in read.lines if line.text.count(" ") >= _PROSE_WORDS - 1 and line.score > _PROSE_SCORE
    ]
    prose = len(long) >= _PROSE_LINES
    if not read.lines:
        return Scan(
            Glyphs.blank(read.width / scale, read.height / scale),
            rulings,
            not read.doubtful,
            prose,
            read.work,
        )
    return Scan(_glyphs(read, scale), rulings, not read.doubtful, prose, read.work)


def _glyphs(read: PageRead, scale: float) -> Glyphs:
    """The characters of a page that was read, in points."""
    sizes = _sizes([(line.size / scale, len(line.text)) for line in read.lines])
    palette = [Style("", size, bold=False, italic=False, symbol=False) for size in sorted(set(sizes))]
    known = {style.size: number + 1 for number, style in enumerate(palette)}
    boxes = np.concatenate([line.boxes for line in read.lines])
    styles = [known[size] for line, size in zip(read.lines, sizes, strict=True) for _ in line.text]
    return Glyphs(
        "".join(line.text for line in read.lines),
        (boxes / scale).astype(np.float32),
        (read.places(boxes) / scale).astype(np.float32),
        np.array(styles, np.int32),
        (NO_STYLE, *palette),
        tuple(np.cumsum([len(line.text) for line in read.lines])[:-1].tolist()),
        frozenset(),
        read.width / scale,
        read.height / scale,
    )


def beside(glyphs: Glyphs, scan: Glyphs, left: float, top: float) -> Glyphs:
    """A page's own characters and those read from a picture on it, which stands at `left`, `top` (points)."""
    start, styles = len(glyphs.text), len(glyphs.palette)
    shift = np.array([left, top, left, top], np.float32)
    return replace(
        glyphs,
        text=glyphs.text + scan.text,
        boxes=np.concatenate([glyphs.boxes, scan.boxes + shift]),
        places=np.concatenate([glyphs.places, scan.places + shift]),
        styles=np.concatenate([glyphs.styles, scan.styles + np.int32(styles)]),
        palette=(*glyphs.palette, *scan.palette),
        breaks=(*glyphs.breaks, start, *(at + start for at in scan.breaks)),
    )


def _sizes(measured: list[tuple[float, int]]) -> list[float]:
    """Measured sizes with their numbers of characters → sizes of type: near ones are one size.

    The commonest size is settled first, so that a line measured a little off is not taken for a heading.
    """
    counts: Counter[float] = Counter()
    for size, characters in measured:
        counts[round(size * 4) / 4] += characters
    settled: list[float] = []
    for size in sorted(counts, key=lambda one: -_near(counts, one)):
        if all(max(size, one) / max(min(size, one), 0.1) > _SAME_SIZE for one in settled):
            settled.append(size)
    return [min(settled, key=lambda one: abs(one - size)) for size, _ in measured]


def _near(counts: Counter[float], size: float) -> int:
    """How many characters have about this size."""
    return sum(count for one, count in counts.items() if abs(one - size) <= 0.06 * size)


def _level(boxes: npt.NDArray[np.float32], axis: int) -> npt.NDArray[np.float32]:
    """Lines without thickness, at the middle of their boxes."""
    lines = boxes.astype(np.float32)
    lines[:, axis] = lines[:, axis + 2] = (boxes[:, axis] + boxes[:, axis + 2]) / 2
    return lines
