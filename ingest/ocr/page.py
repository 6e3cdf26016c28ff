"""Page: everything read from the image of one page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ingest.ocr.engine import Engine, engine
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
_PROBED, _CROWD = 16, 48
"""Where more than `_CROWD` places look like lines, the longest `_PROBED` are read first: halftones and
shadings look like a thousand lines, of which none can be read."""


@dataclass(frozen=True)
class PageRead:
    """The lines of a page from top to bottom, in the pixels of the page set upright and straight.

    `doubtful`: most of what looks like writing could not be read. `turn`: degrees clockwise by which the page
    was turned to be upright (0, 90, 180, 270); `back`: the 2x3 matrix from upright pixels to those of the
    image given. `horizontal`, `vertical`: rules, as boxes (n, 4).
    """

    lines: list[Line]
    doubtful: bool
    width: int
    height: int
    turn: int
    back: np.ndarray
    horizontal: Floats
    vertical: Floats

    def places(self, boxes: Floats) -> Floats:
        """Boxes (n, 4) of the upright page → the boxes round them on the image given."""
        corners = np.stack([boxes[:, [0, 1]], boxes[:, [2, 1]], boxes[:, [2, 3]], boxes[:, [0, 3]]], axis=1)
        placed = corners @ self.back[:, :2].T + self.back[:, 2]
        return np.concatenate([placed.min(axis=1), placed.max(axis=1)], axis=1).astype(np.float32)


def read_page(image: Image) -> PageRead:
    """What is written on the image of a page. ModelError where the extra is missing."""
    if min(image.shape) < _SMALLEST:
        height, width = image.shape
        return PageRead([], False, width, height, 0, np.eye(2, 3), *[np.zeros((0, 4), np.float32)] * 2)
    reader = engine()
    found, turn = find_lines(reader, image), 0
    if found.down:
        found, turn = find_lines(reader, _quarters(image, 1)), 90
    lines = _read(reader, found)
    if _score(lines) < _DOUBTFUL:
        over = find_lines(reader, _quarters(image, turn // 90 + 2))
        others = _read(reader, over)
        if _score(others) > _score(lines):
            found, lines, turn = over, others, turn + 180
    sure = [line for line in lines if line.score >= _LEAST_SCORE]
    return _page(found, sure, len(sure) < len(lines) / 2, turn, image.shape)


def _quarters(image: Image, quarters: int) -> Image:
    """The image turned clockwise by quarters."""
    return np.ascontiguousarray(np.rot90(image, -quarters))


def _score(lines: list[Line]) -> float:
    """How surely the longest lines are read; 1 where there are too few to say."""
    longest = sorted(lines, key=lambda line: -len(line.text))[:_SAMPLE]
    return float(np.mean([line.score for line in longest])) if len(lines) > 2 else 1.0


def _read(reader: Engine, found: Found) -> list[Line]:
    """The lines of a page, row by row from the top, each row from left to right."""
    image = found.straight.image
    boxes = in_rows(found.boxes)
    crops = [
        image[round(top) : round(bottom), round(left) : round(right)] for left, top, right, bottom in boxes
    ]
    if len(boxes) > _CROWD:
        longest = sorted(range(len(boxes)), key=lambda at: boxes[at][0] - boxes[at][2])[:_PROBED]
        probed = _lines(reader, image, [boxes[at] for at in longest], [crops[at] for at in longest])
        if not any(line.score >= _LEAST_SCORE for line in probed):
            return probed
    return _lines(reader, image, boxes, crops)


def _lines(reader: Engine, image: Image, boxes: list[Box], crops: list[Image]) -> list[Line]:
    lines = [line_of(image, box, steps) for box, steps in zip(boxes, reader.read(crops), strict=True)]
    return [line for line in lines if line is not None]


def _page(found: Found, lines: list[Line], doubtful: bool, turn: int, shape: tuple[int, ...]) -> PageRead:
    straight = found.straight
    height, width = straight.image.shape
    back = _turned_back(turn, shape) @ np.vstack([straight.back, [0.0, 0.0, 1.0]])
    return PageRead(lines, doubtful, width, height, turn, back[:2], *found.rules)


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
