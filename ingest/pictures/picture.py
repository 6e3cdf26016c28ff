"""Picture: one page of a PDF as an image, with the characters that stand on it."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

WIDTH = 1240
"""Pixels across a page: 150 to the inch on A4, sharp on a screen and legible when enlarged."""

LONGEST = 2480
"""Pixels of the longer side, whatever shape a page claims to have."""


@dataclass(frozen=True, eq=False)
class PagePicture:
    """`png` is the image; `width` and `height` are of the page as it is shown, in points.

    `text` are the page's characters in the order of its content, `boxes[i]` where `text[i]` stands: left,
    top, right, bottom in points from the top left; shape (n, 4), float32.
    """

    png: bytes
    width: float
    height: float
    text: str
    boxes: npt.NDArray[np.float32]

    def as_json(self) -> dict[str, Any]:
        """The picture as a JSON value."""
        return {
            "png": base64.b64encode(self.png).decode(),
            "width": self.width,
            "height": self.height,
            "text": self.text,
            "boxes": base64.b64encode(self.boxes.astype("<f4").tobytes()).decode(),
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> PagePicture:
        """The inverse of `as_json`."""
        boxes = np.frombuffer(base64.b64decode(value["boxes"]), "<f4").reshape(-1, 4)
        png = base64.b64decode(value["png"])
        return cls(png, value["width"], value["height"], value["text"], boxes.astype(np.float32))


def scale_of(width: float, height: float) -> float:
    """Pixels a point for a page of this size in points."""
    return min(WIDTH / max(width, 1.0), LONGEST / max(width, height, 1.0))
