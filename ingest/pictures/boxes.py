"""Boxes: where a piece of a document's text stands on its pages, one box a printed line."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ingest.places import NO_PAGE, UNITS_PER_POINT, Places

Floats = npt.NDArray[np.float64]

_WIDEST = 2.0
"""A gap of more than this many times a line's height is not covered: another column or cell begins."""
_SAME_LINE = 0.5
"""Two characters stand on one line where the smaller overlaps the other by more than this share."""

_TURNS = (
    np.array([[1, 0], [0, 1]]),
    np.array([[0, 1], [-1, 0]]),
    np.array([[-1, 0], [0, -1]]),
    np.array([[0, -1], [1, 0]]),
)
"""What makes lines that run to the right of lines that run right, down, left and up."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its top left as it is shown."""

    left: float
    top: float
    right: float
    bottom: float


def line_boxes(text: str, places: Places, start: int, end: int) -> dict[int, list[Box]]:
    """The boxes of the characters `start:end` by 0-based page, in the order of the text.

    White space and what the reader added (joining spaces, separators of cells) stand nowhere.
    """
    at = [i for i in range(start, end) if not text[i].isspace() and places.pages[i] != NO_PAGE]
    found: dict[int, list[Box]] = {}
    for page, indexes in itertools.groupby(at, key=lambda i: int(places.pages[i])):
        chosen = list(indexes)
        boxes = places.boxes[chosen].astype(np.float64) / UNITS_PER_POINT
        found.setdefault(page, []).extend(_lines(boxes, _turn(boxes, chosen)))
    return found


def _turn(boxes: Floats, at: list[int]) -> npt.NDArray[np.int64]:
    """The turn that most neighbours within a word ask for; a single character runs to the right."""
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    within = np.diff(np.array(at)) == 1
    steps = np.diff(middles, axis=0)[within]
    if not len(steps):
        return _TURNS[0]
    across = np.abs(steps[:, 0]) >= np.abs(steps[:, 1])
    along = np.where(across, np.where(steps[:, 0] >= 0, 0, 2), np.where(steps[:, 1] >= 0, 1, 3))
    return _TURNS[int(np.bincount(along, minlength=4).argmax())]


def _lines(boxes: Floats, turn: npt.NDArray[np.int64]) -> list[Box]:
    """Neighbours on one line together in one box."""
    turned = _turned(boxes, turn)
    grown: list[Floats] = []
    for box in turned:
        if grown and _continues(grown[-1], box):
            line = grown[-1]
            grown[-1] = np.array([*np.minimum(line[:2], box[:2]), *np.maximum(line[2:], box[2:])])
        else:
            grown.append(box)
    back = _turned(np.array(grown), turn.T)
    return [Box(*(float(side) for side in line)) for line in np.round(back, 1)]


def _continues(line: Floats, box: Floats) -> bool:
    """Whether a character stands on the line, next to what is there already."""
    shared = min(line[3], box[3]) - max(line[1], box[1])
    heights = line[3] - line[1], box[3] - box[1]
    gap = box[0] - line[2]
    return bool(shared > _SAME_LINE * min(heights) and -max(heights) < gap < _WIDEST * max(heights))


def _turned(boxes: Floats, turn: npt.NDArray[np.int64]) -> Floats:
    """Boxes turned about the origin by a multiple of 90 degrees."""
    corners = boxes.reshape(-1, 2, 2) @ turn.T
    return np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)
