"""Glyphs: the characters of one PDF page as pdfium gives them, each with its box and style."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

_FORCE_BOLD = 1 << 18
_ITALIC = 1 << 6
_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!lune)|,b", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
_SYMBOL_NAME = re.compile(r"wingding|webding|symbol|dingbat", re.IGNORECASE)
_LINE_END_HYPHENS = {0x02, 0xFFFE}


@dataclass(frozen=True, slots=True)
class Style:
    """How characters look. `size` in points as set on the page; `symbol`: a font of signs, not letters."""

    font: str
    size: float
    bold: bool
    italic: bool
    symbol: bool


NO_STYLE = Style("", 0.0, False, False, False)


@dataclass(frozen=True)
class Glyphs:
    """One page: `text[i]` stands in `boxes[i]` (left, top, right, bottom in points from the page's top left).

    `styles[i]` indexes `palette`. `breaks` are the indexes at which pdfium begins a new line. `hyphens` are
    the indexes of hyphens that pdfium found at a line's end.
    """

    text: str
    boxes: npt.NDArray[np.float32]
    styles: npt.NDArray[np.int32]
    palette: tuple[Style, ...]
    breaks: tuple[int, ...]
    hyphens: frozenset[int]
    width: float
    height: float

    @classmethod
    def blank(cls, width: float = 595.0, height: float = 842.0) -> Glyphs:
        """A page without characters."""
        return cls("", np.zeros((0, 4), np.float32), np.zeros(0, np.int32), (NO_STYLE,), (), frozenset(), width, height)


def read_glyphs(page: Any) -> Glyphs:
    """All characters of a pypdfium2 page in the order of its content; line ends become `breaks`."""
    textpage = page.get_textpage()
    try:
        return _Reader(page, textpage).read()
    finally:
        textpage.close()


class _Reader:
    """Walks over the characters of one page and collects them."""

    def __init__(self, page: Any, textpage: Any) -> None:
        self.page = page
        self.textpage = textpage
        self.styles: dict[int, int] = {0: 0}
        self.palette: list[Style] = [NO_STYLE]
        self.known: dict[Style, int] = {NO_STYLE: 0}

    def read(self) -> Glyphs:
        """Three library calls a character: code, box and the text object it belongs to."""
        characters: list[str] = []
        boxes: list[tuple[float, float, float, float]] = []
        styles: list[int] = []
        breaks: list[int] = []
        hyphens: list[int] = []
        rectangle = pdfium.FS_RECTF()
        reference = ctypes.byref(rectangle)
        handle = self.textpage.raw
        unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        for index in range(max(0, pdfium.FPDFText_CountChars(handle))):
            code = unicode_of(handle, index)
            if code in (10, 13):
                breaks.append(len(characters))
                continue
            if code == 0:
                continue
            if code in _LINE_END_HYPHENS:
                hyphens.append(len(characters))
                breaks.append(len(characters) + 1)
                code = 0x2D
            box_of(handle, index, reference)
            characters.append(_character(code))
            boxes.append((rectangle.left, rectangle.top, rectangle.right, rectangle.bottom))
            styles.append(self._style_of(index))
        self._unify_bullets(characters, styles, breaks)
        page_boxes, width, height = self._place(np.array(boxes, np.float32).reshape(-1, 4))
        return Glyphs(
            "".join(characters),
            page_boxes,
            np.array(styles, np.int32),
            tuple(self.palette),
            tuple(dict.fromkeys(breaks)),
            frozenset(hyphens),
            width,
            height,
        )

    def _unify_bullets(self, characters: list[str], styles: list[int], breaks: list[int]) -> None:
        """Signs of symbol fonts at the start of a line (and the "o" of a typewriter font) become "•"."""
        for start in {0, *breaks}:
            index = next((i for i in range(start, len(characters)) if not characters[i].isspace()), None)
            if index is None:
                continue
            character, style = characters[index], self.palette[styles[index]]
            typewriter = character == "o" and "Courier" in style.font and characters[index + 1 : index + 2] == [" "]
            letter = character.isascii() or character == "\ufffd" or "\xa0" <= character <= "\xff"
            if "\ue000" <= character <= "\uf8ff" or (style.symbol and letter) or typewriter:
                characters[index] = "•"

    def _style_of(self, index: int) -> int:
        """The palette index of a character's style; 0 for characters that pdfium added."""
        text_object = pdfium.FPDFText_GetTextObject(self.textpage.raw, index)
        address = ctypes.cast(text_object, ctypes.c_void_p).value or 0
        found = self.styles.get(address)
        if found is None:
            style = _read_style(text_object)
            found = self.known.setdefault(style, len(self.palette))
            if found == len(self.palette):
                self.palette.append(style)
            self.styles[address] = found
        return found

    def _place(self, boxes: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.float32], float, float]:
        """From PDF user space to points from the top left of the page as it is shown."""
        left, bottom, right, top = self.page.get_cropbox(fallback_ok=True)
        if right <= left or top <= bottom:
            left, bottom, right, top = self.page.get_mediabox(fallback_ok=True)
        rotation = self.page.get_rotation()
        x0, x1 = boxes[:, 0] - left, boxes[:, 2] - left
        y0, y1 = top - boxes[:, 1], top - boxes[:, 3]
        width, height = right - left, top - bottom
        sides = {0: (x0, y0, x1, y1), 90: (height - y1, x0, height - y0, x1)}
        sides |= {180: (width - x1, height - y1, width - x0, height - y0), 270: (y0, width - x1, y1, width - x0)}
        if rotation in (90, 270):
            width, height = height, width
        placed = np.stack(sides.get(rotation, sides[0]), axis=1) if len(boxes) else boxes
        return np.clip(np.nan_to_num(placed), -3000, 3000).astype(np.float32), width, height


def _character(code: int) -> str:
    """The character of a code; what is no character becomes U+FFFD."""
    return chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"


def _read_style(text_object: Any) -> Style:
    """Font, size and weight of a text object; the size counts the scaling of its matrix."""
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(text_object, size)
    pdfium.FPDFPageObj_GetMatrix(text_object, matrix)
    scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
    font = pdfium.FPDFTextObj_GetFont(text_object)
    if not font:
        return Style("", round(abs(size.value) * scale * 2) / 2, False, False, False)
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", "replace").split("+")[-1]
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    bold = pdfium.FPDFFont_GetWeight(font) >= 600 or bool(flags & _FORCE_BOLD) or bool(_BOLD_NAME.search(name))
    italic = bool(flags & _ITALIC) or bool(_ITALIC_NAME.search(name))
    return Style(name, round(abs(size.value) * scale * 2) / 2, bold, italic, bool(_SYMBOL_NAME.search(name)))
