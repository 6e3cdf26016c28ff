"""Style: how a text object of a PDF page looks."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium

from ingest.readers.pdf.direct import font_of, font_size_of, matrix_of, render_mode_of

_FORCE_BOLD = 1 << 18
_ITALIC = 1 << 6
_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!lune)|,b", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
_SYMBOL_NAME = re.compile(r"wingding|webding|symbol|dingbat", re.IGNORECASE)
SLANTED = 45
"""Stands for every direction that is not along an edge of the page."""
_STRAIGHT = 8
"""Degrees by which text may lean and still count as straight."""


@dataclass(frozen=True, slots=True)
class Style:
    """How characters look. `size` in points as set on the page; `symbol`: a font of signs, not letters.

    `hidden`: not drawn at all, as the text that a copier lays over a scan.
    `turn`: the direction of the text in degrees anticlockwise from left to right: 0, 90, 180, 270 or SLANTED.
    """

    font: str
    size: float
    bold: bool
    italic: bool
    symbol: bool
    turn: int = 0
    hidden: bool = False


NO_STYLE = Style("", 0.0, False, False, False)


class _Face(NamedTuple):
    """What a font tells of a style."""

    font: str
    bold: bool
    italic: bool
    symbol: bool


_NO_FACE = _Face("", False, False, False)


class StyleReader:
    """Reads the styles of the text objects of one page; each font and each look is asked once."""

    def __init__(self) -> None:
        self._faces: dict[int, _Face] = {}
        self._looks: dict[tuple[int, int, bytes], Style] = {}
        self._told = np.zeros(7, np.float32)  # font size, then pdfium's FS_MATRIX
        self._size_at = self._told.ctypes.data
        self._matrix_at = self._size_at + self._told.itemsize

    def read(self, text_object: int) -> Style:
        """Font, size and weight of the text object at an address; the size counts its matrix's scaling."""
        font_size_of(text_object, self._size_at)
        matrix_of(text_object, self._matrix_at)
        font, mode = font_of(text_object), render_mode_of(text_object)
        look = (font, mode, self._told[:5].tobytes())  # where it stands makes no difference
        if look not in self._looks:
            self._looks[look] = self._style(font, hidden=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        return self._looks[look]

    def _style(self, font: int, *, hidden: bool) -> Style:
        size, a, b, c, d = self._told[:5].tolist()
        scale = (c**2 + d**2) ** 0.5 or 1.0
        points = round(abs(size) * scale * 2) / 2
        face = self._face(font)
        return Style(face.font, points, face.bold, face.italic, face.symbol, _turn_of(a, b), hidden)

    def font(self, text_object: int) -> str:
        """The name of its font; "" for no object."""
        return self._face(font_of(text_object)).font if text_object else ""

    def _face(self, address: int) -> _Face:
        if not address:
            return _NO_FACE
        if address not in self._faces:
            self._faces[address] = _read_face(ctypes.cast(ctypes.c_void_p(address), pdfium.FPDF_FONT))
        return self._faces[address]


def _read_face(font: Any) -> _Face:
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace").split("+")[-1]
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    bold = (
        pdfium.FPDFFont_GetWeight(font) >= 600 or bool(flags & _FORCE_BOLD) or bool(_BOLD_NAME.search(name))
    )
    italic = bool(flags & _ITALIC) or bool(_ITALIC_NAME.search(name))
    return _Face(name, bold, italic, bool(_SYMBOL_NAME.search(name)))


def _turn_of(a: float, b: float) -> int:
    """The direction of text from the first row of its matrix."""
    degrees = math.degrees(math.atan2(b, a))
    nearest = round(degrees / 90) * 90
    return nearest % 360 if abs(degrees - nearest) < _STRAIGHT else SLANTED
