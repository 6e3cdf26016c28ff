"""Places: for each character of a document's text, where it stands on which page."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

UNITS_PER_POINT = 10
"""Boxes are kept as whole tenths of a PDF point (1/720 inch): finer than any screen shows."""

_EFFORT = 4
"""Of zlib: 6 takes three times as long for a twentieth less."""

NO_PAGE = -1
"""Page of a character that stands on no page (one added when lines and paragraphs were joined)."""


@dataclass(frozen=True, eq=False)
class Places:
    """The map from text back to page and place, one entry a character (code point).

    `pages`: shape (n,), int32, 0-based page index or `NO_PAGE`.
    `boxes`: shape (n, 4), int16, left, top, right, bottom in tenths of a point from the page's top left.
    Added characters (joining spaces, newlines between blocks) have page `NO_PAGE` and an all-zero box.
    """

    pages: npt.NDArray[np.int32]
    boxes: npt.NDArray[np.int16]
    _packed: bytes | None = field(default=None, repr=False)
    """The compact form where it is known: making it takes longer than all else about it."""

    def __len__(self) -> int:
        return len(self.pages)

    def pages_of(self, start: int, end: int) -> list[int]:
        """The 0-based pages that the characters `start` to `end` stand on, in order."""
        found = np.unique(self.pages[start:end])
        return [int(page) for page in found if page != NO_PAGE]

    def to_bytes(self) -> bytes:
        """Compact form for storage: column-wise differences, deflated."""
        if self._packed is not None:
            return self._packed
        columns = [np.diff(self.pages, prepend=np.int32(0)).astype("<i4").tobytes()]
        columns += [np.diff(self.boxes[:, i], prepend=np.int16(0)).astype("<i2").tobytes() for i in range(4)]
        return len(self).to_bytes(8, "little") + zlib.compress(b"".join(columns), _EFFORT)

    @classmethod
    def from_bytes(cls, data: bytes) -> Places:
        """The inverse of `to_bytes`; int16 differences wrap round and back exactly."""
        n = int.from_bytes(data[:8], "little")
        raw = zlib.decompress(data[8:])
        pages = np.cumsum(np.frombuffer(raw, "<i4", n), dtype=np.int32)
        columns = [
            np.cumsum(np.frombuffer(raw, "<i2", n, 4 * n + 2 * n * i), dtype=np.int16) for i in range(4)
        ]
        boxes = np.stack(columns, axis=1) if n else np.zeros((0, 4), np.int16)
        return cls(pages, boxes, data)
