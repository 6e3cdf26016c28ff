"""Aside: what runs in another direction than a page's text, as margin notes, stamps and watermarks do."""

from __future__ import annotations

import numpy as np

from ingest.readers.pdf.glyphs import Glyphs
from ingest.readers.pdf.lines import Line, make_line


def aside_lines(glyphs: Glyphs, page: int, taken: set[int]) -> list[Line]:
    """What runs in another direction than the page's text (margin notes, stamps), a line for each stretch.

    `taken`: positions of characters that are in tables, as sideways heads of columns are.
    """
    inked = np.array([at for at in np.flatnonzero(glyphs.aside & glyphs.inked).tolist() if at not in taken])
    if not len(inked):
        return []
    spans = [
        (int(part[0]), int(part[-1]) + 1) for part in np.split(inked, np.flatnonzero(np.diff(inked) > 2) + 1)
    ]
    lines = [make_line(glyphs, page, [span]) for span in spans]
    return [line for line in lines if line is not None]
