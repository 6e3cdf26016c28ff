"""Codes: what the code points that pdfium gives for a page's characters mean."""

from __future__ import annotations

import sys

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32]

LINE_END, RETURN = 10, 13
MEANT = (0, 2, 9, 10, 13)
"""Control characters that pdfium means as such."""
_SURROGATES = 0xD800 >> 11
_LAST_PRIVATE = 0xF8FF
_INKED = np.array([not chr(code).isspace() for code in range(0x3001)] + [True])
"""Which code points are not white space; there is none above these."""


def shown(codes: Codes) -> Codes:
    """Codes as characters; what is no character becomes U+FFFD."""
    found = np.where(split_here(codes), ord("-"), codes)
    return np.where((found >> 11 == _SURROGATES) | (found > sys.maxunicode), 0xFFFD, found).astype("<u4")


def inked(codes: Codes) -> npt.NDArray[np.bool_]:
    """Which characters are not white space."""
    found: npt.NDArray[np.bool_] = _INKED[np.minimum(codes, len(_INKED) - 1)]
    return found


def split_here(codes: Codes) -> npt.NDArray[np.bool_]:
    """Which are hyphens that pdfium found at a line's end."""
    found: npt.NDArray[np.bool_] = (codes == 0x02) | (codes == 0xFFFE)
    return found


def cut_short(codes: Codes) -> bool:
    """Whether some of these codes of 16 bits may stand for longer ones: surrogates and private ones."""
    return bool(((codes >= _SURROGATES << 11) & (codes <= _LAST_PRIVATE)).any())
