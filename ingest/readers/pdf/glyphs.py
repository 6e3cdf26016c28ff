"""Glyphs: the characters of one PDF page as pdfium gives them, each with its box and style."""

from __future__ import annotations

import ctypes
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from ingest.places import UNITS_PER_POINT
from ingest.readers.pdf.direct import box_of, handle_of, text_object_of, text_of, unicode_of
from ingest.readers.pdf.ink import Ink
from ingest.readers.pdf.ligatures import (
    LINE_END,
    MEANT,
    RETURN,
    Codes,
    Names,
    cut_short,
    inked,
    shown,
    split_here,
)
from ingest.readers.pdf.placement import Placement
from ingest.readers.pdf.style import NO_STYLE, SLANTED, Style, StyleReader

Styles = npt.NDArray[np.int32]
Boxes = npt.NDArray[np.float32]
Addresses = npt.NDArray[np.uint64]


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
    styles: Styles
    palette: tuple[Style, ...]
    breaks: tuple[int, ...]
    hyphens: frozenset[int]
    width: float
    height: float
    turn: int = 0
    rotation: int = 0

    @cached_property
    def codes(self) -> Codes:
        """The code points of the text."""
        return np.frombuffer(self.text.encode("utf-32-le"), "<u4")

    @cached_property
    def tenths(self) -> npt.NDArray[np.int16]:
        """The places in the units of `ingest.places`."""
        return np.rint(self.places * UNITS_PER_POINT).astype(np.int16)

    @cached_property
    def inked(self) -> npt.NDArray[np.bool_]:
        """Which characters are not white space."""
        return inked(self.codes)

    @cached_property
    def ink(self) -> Ink:
        """The characters that are not white space."""
        return Ink(self.inked, self.boxes, self.styles)

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


def read_glyphs(page: Any, ligatures: Callable[[], Names] = dict) -> Glyphs:
    """All characters of a pypdfium2 page in the order of its content; line ends become `breaks`.

    `ligatures` is asked for the letters behind control characters, where there are any.
    """
    textpage = page.get_textpage()
    try:
        return _Reader(page, textpage, ligatures).read()
    finally:
        textpage.close()


class _Reader:
    """Collects the characters of one page."""

    def __init__(self, page: Any, textpage: Any, ligatures: Callable[[], Names]) -> None:
        self.ligatures = ligatures
        self.page = page
        self.textpage = textpage
        self.reader = StyleReader()
        self.palette: list[Style] = [NO_STYLE]
        self.known: dict[Style, int] = {NO_STYLE: 0}

    def read(self) -> Glyphs:
        """Two library calls a character: its box, and the text object it belongs to."""
        codes, boxes, objects = self._spelled_out(*self._called())
        line_end = (codes == LINE_END) | (codes == RETURN)
        kept = ~line_end & (codes != 0)
        before = np.cumsum(kept) - kept  # how many characters are kept before each
        hyphens = before[split_here(codes)]
        breaks = np.union1d(before[line_end], hyphens + 1).tolist()
        codes, styles = shown(codes[kept]), self._styles(objects[kept])
        characters = list(codes.tobytes().decode("utf-32-le"))
        self._unify_bullets(characters, styles, breaks)
        turn = self._turn(styles[inked(codes)])
        placement = Placement.of(self.page, turn)
        placed = placement.place(boxes[kept])
        return Glyphs(
            "".join(characters),
            placed,
            Placement.of(self.page).place(boxes[kept]) if turn else placed,
            styles,
            tuple(self.palette),
            tuple(breaks),
            frozenset(hyphens.tolist()),
            *placement.size,
            turn,
            self.page.get_rotation(),
        )

    def _called(self) -> tuple[Codes, Boxes, Addresses]:
        """Of each character its code, its box (left, top, right, bottom) and its object's address, or 0."""
        handle = repeat(handle_of(self.textpage.raw))
        count = max(0, pdfium.FPDFText_CountChars(self.textpage.raw))
        codes = self._text(count)
        if codes is None:
            codes = np.fromiter(map(unicode_of, handle, range(count)), np.uint32, count)
        boxes = np.zeros((count, 4), np.float32)  # laid out as pdfium's FS_RECTF
        size, first = ctypes.sizeof(pdfium.FS_RECTF), boxes.ctypes.data
        deque(map(box_of, handle, range(count), range(first, first + size * count, size)), maxlen=0)
        objects = np.fromiter(map(text_object_of, handle, range(count)), np.uint64, count)
        return codes, boxes, objects

    def _text(self, count: int) -> Codes | None:
        """The codes of so many characters by one call; None where it does not give one for each, or one may
        stand for a code of more than 16 bits.
        """
        found = np.zeros(2 * count + 2, np.uint16)
        given = text_of(handle_of(self.textpage.raw), 0, count, found.ctypes.data) - 1
        codes = found[:count].astype(np.uint32)
        return codes if given == count and not cut_short(codes) else None

    def _spelled_out(self, codes: Codes, boxes: Boxes, objects: Addresses) -> tuple[Codes, Boxes, Addresses]:
        """The same with each ligature that is known by its glyph's name as letters of equal width."""
        odd = np.flatnonzero((codes < 0x20) & ~np.isin(codes, MEANT))
        names = self.ligatures() if len(odd) else {}
        found = {at: names.get((self.reader.font(int(objects[at])), int(codes[at]))) for at in odd.tolist()}
        for at, letters in sorted(found.items(), reverse=True):
            if letters:
                edges = np.linspace(boxes[at, 0], boxes[at, 2], len(letters) + 1)
                each = np.repeat(boxes[at : at + 1], len(letters), axis=0)
                each[:, 0], each[:, 2] = edges[:-1], edges[1:]
                spelled = np.array([ord(letter) for letter in letters], codes.dtype)
                codes = np.concatenate([codes[:at], spelled, codes[at + 1 :]])
                boxes = np.concatenate([boxes[:at], each, boxes[at + 1 :]])
                objects = np.insert(objects, at, [objects[at]] * (len(letters) - 1))
        return codes, boxes, objects

    def _styles(self, objects: npt.NDArray[np.uint64]) -> Styles:
        """The place of each character's style in the palette, which is in the order of the text."""
        addresses, first, inverse = np.unique(objects, return_index=True, return_inverse=True)
        numbers = np.zeros(len(addresses), np.int32)
        for at in np.argsort(first):
            numbers[at] = self._number(int(addresses[at]))
        return numbers[inverse]

    def _number(self, address: int) -> int:
        """The place in the palette of the style of a text object."""
        if not address:
            return 0
        style = self.reader.read(address)
        number = self.known.setdefault(style, len(self.palette))
        if number == len(self.palette):
            self.palette.append(style)
        return number

    def _turn(self, styles: Styles) -> int:
        """By how many degrees clockwise the page must be turned for most of its text to run to the right."""
        turns: Counter[int] = Counter()
        for style, count in zip(self.palette, np.bincount(styles, minlength=len(self.palette)), strict=True):
            turns[style.turn] += int(count)
        most = turns.most_common(1)[0][0]
        return (most - self.page.get_rotation()) % 360 if most != SLANTED else 0

    def _unify_bullets(self, characters: list[str], styles: Styles, breaks: list[int]) -> None:
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
