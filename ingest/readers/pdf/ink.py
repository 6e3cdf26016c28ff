"""Ink: the characters of a page that are not white space, as lines and cells are made of them."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

T = TypeVar("T")
Span = tuple[int, int]


class Ink:
    """In the order of the text: `at`, their indexes in it, the edges of their boxes in points, their styles.

    Plain lists: a line has few characters, for which they are faster than arrays.
    """

    def __init__(
        self, inked: npt.NDArray[np.bool_], boxes: npt.NDArray[np.float32], styles: npt.NDArray[np.int32]
    ) -> None:
        found = np.flatnonzero(inked)
        self._boxes = boxes[found]
        self._cuts: dict[float, list[int]] = {}
        self.at: list[int] = found.tolist()
        self.styles: list[int] = styles[found].tolist()
        self.left, self.top, self.right, self.bottom = self._boxes.T.tolist()

    def within(self, start: int, end: int) -> slice:
        """Where in the lists the characters of a stretch of the text are."""
        return slice(bisect_left(self.at, start), bisect_left(self.at, end))

    def split(self, start: int, end: int, widest: float) -> list[Span]:
        """The parts of a stretch between gaps of more than `widest` font sizes, or steps back to the left."""
        first = bisect_left(self.at, start)
        if first == len(self.at):
            return [(start, end)]
        cuts = self._after_gaps(widest)
        inner = cuts[bisect_right(cuts, self.at[first]) : bisect_left(cuts, end)]
        edges = [start, *inner, end]
        return list(itertools.pairwise(edges))

    def _after_gaps(self, widest: float) -> list[int]:
        """The characters of the whole page before which there is such a gap."""
        if widest not in self._cuts:
            boxes = self._boxes
            gaps = boxes[1:, 0] - boxes[:-1, 2]
            heights = np.maximum(boxes[1:, 3] - boxes[1:, 1], 4.0) / 1.2
            cut = (gaps > widest * heights) | (gaps < -1.0 * heights)
            self._cuts[widest] = np.array(self.at[1:], int)[cut].tolist()
        return self._cuts[widest]


def taken(values: Sequence[T], parts: Sequence[slice]) -> Sequence[T]:
    """The values of some parts, one after the other."""
    return values[parts[0]] if len(parts) == 1 else [value for part in parts for value in values[part]]
