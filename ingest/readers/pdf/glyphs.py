"""Glyphs: the characters of one PDF page as pdfium gives them, each with its box and style."""

from __future__ import annotations

import ctypes
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from ingest.readers.pdf.placement import Placement
from ingest.readers.pdf.style import NO_STYLE, SLANTED, Style, read_style

_LINE_END_HYPHENS = {0x02, 0xFFFE}


def _direct(function: Any, result: Any, *arguments: Any) -> Any:
    """A library function without the conversions that ctypes makes at each call: these run once a
    character.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_unicode_of = _direct(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_box_of = _direct(
    pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
_object_of = _direct(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)


@dataclass(frozen=True)
class Glyphs:
    """One page: `text[i]` stands in `places[i]` (left, top, right, bottom, in points from the page's
    top left).

    `boxes` are the same, but turned with the page by `turn` degrees clockwise where most of its text is
    printed sideways, so that lines run from left to right; `width` and `height` are of that turned page.
    `styles[i]` indexes `palette`; `inked[i]` is False for white space. `breaks` are the
    indexes at which pdfium begins a new line, `hyphens` those of the hyphens it found at a line's end.
    """

    text: str
    boxes: npt.NDArray[np.float32]
    places: npt.NDArray[np.float32]
    styles: npt.NDArray[np.int32]
    palette: tuple[Style, ...]
    breaks: tuple[int, ...]
    hyphens: frozenset[int]
    width: float
    height: float
    turn: int = 0
    rotation: int = 0

    @cached_property
    def inked(self) -> npt.NDArray[np.bool_]:
        """Which characters are not white space."""
        return np.array([not character.isspace() for character in self.text], bool)

    @cached_property
    def aside(self) -> npt.NDArray[np.bool_]:
        """Which characters run in another direction than most of the page: margins, stamps, watermarks."""
        rotation = (self.turn + self.rotation) % 360
        turned = np.array([style.turn != rotation and style.size > 0 for style in self.palette], bool)
        return turned[self.styles]

    @cached_property
    def slanted(self) -> npt.NDArray[np.bool_]:
        """Which characters run along no edge of the page, as watermarks do."""
        return np.array([style.turn == SLANTED for style in self.palette], bool)[self.styles]

    def quality(self, name: str) -> npt.NDArray[np.bool_]:
        """Which entries of the palette are "bold", "italic" or "symbol"."""
        return np.array([getattr(style, name) for style in self.palette], bool)

    @cached_property
    def sizes(self) -> npt.NDArray[np.float64]:
        """The font size of each entry of the palette, in points."""
        return np.array([style.size for style in self.palette])

    @classmethod
    def blank(cls, width: float = 595.0, height: float = 842.0) -> Glyphs:
        """A page without characters."""
        return cls(
            "",
            np.zeros((0, 4), np.float32),
            np.zeros((0, 4), np.float32),
            np.zeros(0, np.int32),
            (NO_STYLE,),
            (),
            frozenset(),
            width,
            height,
        )


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
        handle = ctypes.cast(self.textpage.raw, ctypes.c_void_p)
        for index in range(max(0, pdfium.FPDFText_CountChars(self.textpage.raw))):
            code = _unicode_of(handle, index)
            if code in (10, 13):
                breaks.append(len(characters))
                continue
            if code == 0:
                continue
            if code in _LINE_END_HYPHENS:
                hyphens.append(len(characters))
                breaks.append(len(characters) + 1)
                code = 0x2D
            _box_of(handle, index, reference)
            characters.append(_character(code))
            boxes.append((rectangle.left, rectangle.top, rectangle.right, rectangle.bottom))
            address = _object_of(handle, index) or 0
            style = self.styles.get(address)
            styles.append(self._add_style(address) if style is None else style)
        self._unify_bullets(characters, styles, breaks)
        turn = self._turn(characters, styles)
        placement = Placement.of(self.page, turn)
        found = np.array(boxes, np.float32).reshape(-1, 4)
        return Glyphs(
            "".join(characters),
            placement.place(found),
            Placement.of(self.page).place(found),
            np.array(styles, np.int32),
            tuple(self.palette),
            tuple(dict.fromkeys(breaks)),
            frozenset(hyphens),
            *placement.size,
            turn,
            self.page.get_rotation(),
        )

    def _turn(self, characters: list[str], styles: list[int]) -> int:
        """By how many degrees clockwise the page must be turned for most of its text to run to the right."""
        turns: Counter[int] = Counter()
        for character, style in zip(characters, styles, strict=True):
            if not character.isspace():
                turns[self.palette[style].turn] += 1
        most = turns.most_common(1)[0][0] if turns else 0
        return (most - self.page.get_rotation()) % 360 if most != SLANTED else 0

    def _unify_bullets(self, characters: list[str], styles: list[int], breaks: list[int]) -> None:
        """Signs of symbol fonts at the start of a line (and the "o" of a typewriter font) become "•"."""
        for start in {0, *breaks}:
            index = next((i for i in range(start, len(characters)) if not characters[i].isspace()), None)
            if index is None:
                continue
            character, style = characters[index], self.palette[styles[index]]
            typewriter = (
                character == "o" and "Courier" in style.font and characters[index + 1 : index + 2] == [" "]
            )
            letter = character.isascii() or character == "\ufffd" or "\xa0" <= character <= "\xff"
            if "\ue000" <= character <= "\uf8ff" or (style.symbol and letter) or typewriter:
                characters[index] = "•"

    def _add_style(self, address: int) -> int:
        """The palette index of the style of a text object met for the first time."""
        style = read_style(ctypes.cast(ctypes.c_void_p(address), pdfium.FPDF_PAGEOBJECT))
        number = self.known.setdefault(style, len(self.palette))
        if number == len(self.palette):
            self.palette.append(style)
        self.styles[address] = number
        return number


def _character(code: int) -> str:
    """The character of a code; what is no character becomes U+FFFD."""
    return chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"
