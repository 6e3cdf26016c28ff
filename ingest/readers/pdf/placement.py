"""Placement: from a PDF's own coordinates to points from the top left of the page as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

_FARTHEST = 3000.0
"""Points; places farther out than any paper are cut to this, so that they fit in 16 bits as tenths."""


@dataclass(frozen=True)
class Placement:
    """The visible part of a page (its crop box) and its rotation in degrees clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: Any, turn: int = 0) -> Placement:
        """The placement of a pypdfium2 page, turned by further degrees clockwise."""
        left, bottom, right, top = page.get_cropbox(fallback_ok=True)
        if right <= left or top <= bottom:
            left, bottom, right, top = page.get_mediabox(fallback_ok=True)
        return cls(left, bottom, right, top, (page.get_rotation() + turn) % 360)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is shown, in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def place(self, boxes: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Boxes (n, 4) of left, top, right, bottom in user space → the same from the top left downwards."""
        if not len(boxes):
            return boxes
        width, height = self.right - self.left, self.top - self.bottom
        x0, x1 = boxes[:, 0] - self.left, boxes[:, 2] - self.left
        y0, y1 = self.top - boxes[:, 1], self.top - boxes[:, 3]
        if self.rotation == 90:
            sides = (height - y1, x0, height - y0, x1)
        elif self.rotation == 180:
            sides = (width - x1, height - y1, width - x0, height - y0)
        elif self.rotation == 270:
            sides = (y0, width - x1, y1, width - x0)
        else:
            sides = (x0, y0, x1, y1)
        placed = np.nan_to_num(np.stack(sides, axis=1))
        clipped: npt.NDArray[np.float32] = np.clip(placed, -_FARTHEST, _FARTHEST).astype(np.float32)
        return clipped
