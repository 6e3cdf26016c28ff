"""Page: everything read from the image of one page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ingest.ocr.engine import Engine, engine, line_width
from ingest.ocr.find import Box, Found, find_lines, in_rows
from ingest.ocr.picture import Floats, Image
from ingest.ocr.words import Line, line_of

_LEAST_SCORE = 0.6
"""Lines read less surely than this are marks, logos and stains."""
_DOUBTFUL = 0.8
"""A page whose lines are read less surely than this may stand on its head."""
_SAMPLE = 8
_SMALLEST = 16
"""Pixels; a picture of which one side is shorter holds no line of writing."""
_MOST_WORK = 200_000
"""Pixels of lines, at the height at which they are read, that are read on one page: a dense page of A4 has
50,000, which take 3 to 5 seconds; a page of specks has no end of them."""
_PROBED, _CROWD = 16, 48
"""Where more than `_CROWD` places look like lines, the longest `_PROBED` are read first: halftones and
shadings look like a thousand lines, of which none can be read."""


@dataclass(frozen=True)
class PageRead:
    """The lines of a page from top to bottom, in the pixels of the page set upright and straight.

    `doubtful`: most of what looks like writing could not be read, or there was too much of it. `work`: how
    many pixels of lines were read. `back`: the 2x3 matrix from upright pixels to those of the image given.
    `horizontal`, `vertical`: rules, as boxes (n, 4).
    """

    lines: list[Line]
    doubtful: bool
    width: int
    height: int
    back: np.ndarray
    horizontal: Floats
    vertical: Floats
    work: int = 0

    def places(self, boxes: Floats) -> Floats:
        """Boxes (n, 4) of the upright page → the boxes round them on the image given."""
        corners = np.stack([boxes[:, [0, 1]], boxes[:, [2, 1]], boxes[:, [2, 3]], boxes[:, [0, 3]]], axis=1)
        placed = corners @ self.back[:, :2].T + self.back[:, 2]
        return np.concatenate([placed.min(axis=1), placed.max(axis=1)], axis=1).astype(np.float32)


def read_page(image: Image) -> PageRead:
    """What is written on the image of a page. ModelError where the extra is missing."""
    if min(image.shape) < _SMALLEST:
        height, width = image.shape
        none = np.zeros((0, 4), np.float32)
        return PageRead([], False, width, height, np.eye(2, 3), none, none)
    reader = _Reader(engine())
    found, turn = find_lines(reader.engine, image), 0
    if found.down:
        found, turn = find_lines(reader.engine, _quarters(image, 1)), 90
    lines = reader.read(found)
    if _score(lines) < _DOUBTFUL:
        over = find_lines(reader.engine, _quarters(image, turn // 90 + 2))
        if _score(reader.probe(over)) > _score(lines):
            found, lines, turn = over, reader.read(over), turn + 180
    sure = [line for line in lines if line.score >= _LEAST_SCORE]
    doubtful = len(sure) < len(lines) / 2 or reader.tired
    return _page(found, sure, doubtful, turn, image.shape, reader.work)


def _quarters(image: Image, quarters: int) -> Image:
    """The image turned clockwise by quarters."""
    return np.ascontiguousarray(np.rot90(image, -quarters))


def _score(lines: list[Line]) -> float:
    """How surely the longest lines are read; 1 where there are too few to say."""
    longest = sorted(lines, key=lambda line: -len(line.text))[:_SAMPLE]
    return float(np.mean([line.score for line in longest])) if len(lines) > 2 else 1.0


class _Reader:
    """Reads the lines of one page until it has had enough of it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.work = 0
        self.tired = False

    def read(self, found: Found) -> list[Line]:
        """The lines of a page, row by row from the top, each row from left to right."""
        boxes = in_rows(found.boxes)
        if len(boxes) > _CROWD:
            probed = self.probe(found)
            if not any(line.score >= _LEAST_SCORE for line in probed):
                return probed
        return self._lines(found, boxes)

    def probe(self, found: Found) -> list[Line]:
        """The longest of its lines."""
        return self._lines(found, sorted(found.boxes, key=lambda box: box[0] - box[2])[:_PROBED])

    def _lines(self, found: Found, boxes: list[Box]) -> list[Line]:
        image = found.straight.image
        crops = [
            image[round(top) : round(bottom), round(left) : round(right)]
            for left, top, right, bottom in boxes
        ]
        done = self.work + np.cumsum([line_width(crop) for crop in crops])
        count = int((done <= _MOST_WORK).sum())
        self.tired |= count < len(boxes)
        self.work = int(done[count - 1]) if count else self.work
        read = zip(boxes, self.engine.read(crops[:count]), strict=False)
        lines = [line_of(image, box, steps) for box, steps in read]
        return [line for line in lines if line is not None]


def _page(
    found: Found, lines: list[Line], doubtful: bool, turn: int, shape: tuple[int, ...], work: int
) -> PageRead:
    straight = found.straight
    height, width = straight.image.shape
    back = _turned_back(turn, shape) @ np.vstack([straight.back, [0.0, 0.0, 1.0]])
    return PageRead(lines, doubtful, width, height, back[:2], *found.rules, work)


def _turned_back(turn: int, shape: tuple[int, ...]) -> np.ndarray:
    """The matrix from points of an image turned clockwise by quarters to those of the image itself."""
    height, width = shape
    rows = {
        0: [[1, 0, 0], [0, 1, 0]],
        90: [[0, 1, 0], [-1, 0, height]],
        180: [[-1, 0, width], [0, -1, height]],
        270: [[0, -1, width], [1, 0, 0]],
    }[turn]
    return np.array([*rows, [0, 0, 1]], np.float64)
