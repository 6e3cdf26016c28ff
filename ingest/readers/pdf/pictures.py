"""Pictures: where a page may hold writing that is no text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from ingest.readers.pdf.direct import bounds_of, objects_of
from ingest.readers.pdf.glyphs import Glyphs

_FEW_CHARACTERS = 25
"""A page with a picture over most of it and fewer characters than this is taken for a scan."""
_PICTURE_SHARE = 0.1
"""Share of the page that a picture must cover to be taken for a picture of writing."""
_LARGE = 0.2
"""Share of the page that a picture beside text must cover to be looked at."""
_OUTLINES = 50
"""Drawn shapes on a page without text: as many as this may be letters turned into shapes."""
_GARBLED = 0.3
"""Share of characters without a meaning, as fonts without a code table give them."""
_PAPER = 0.5
_DEEPEST = 3
"""Forms within forms that are looked into."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Pictures:
    """What of a page is to be read from its image, if anything.

    `whole`: all of it, since it has no text worth the name. `parts`: boxes in points from the top left of
    large pictures with hardly any text on them. `layer`: its text lies unseen over a picture, which is how
    copiers store what they have recognised.
    """

    whole: bool = False
    parts: tuple[Box, ...] = ()
    layer: bool = False


def find_pictures(page: Any, glyphs: Glyphs, characters: int) -> Pictures:
    """What is to be read from the image of a pypdfium2 page. `characters`: how many its text has."""
    if characters < _FEW_CHARACTERS:
        return Pictures(whole=_is_picture(page, characters))
    if _garbled(glyphs) > _GARBLED:
        return Pictures(whole=True)
    width, height = page.get_size()
    large = [box for box in _boxes(page) if _area(box) > _LARGE * width * height]
    if not large:
        return Pictures()
    if _hidden(glyphs) > 0.5:
        return Pictures(layer=True)
    return Pictures(parts=tuple(box for box in large if _characters_in(glyphs, box) < _FEW_CHARACTERS))


def looks_written(image: npt.NDArray[np.uint8]) -> bool:
    """Whether a picture may be one of writing: mostly paper, with some ink; a photograph is not."""
    step = max(1, int((image.size / 250_000) ** 0.5))
    small = image[::step, ::step]
    if small.size == 0:
        return False
    light = float(np.percentile(small, 90))
    return (
        light > 120
        and float((small > light - 40).mean()) > _PAPER
        and float((small < light - 70).mean()) > 0.002
    )


def _is_picture(page: Any, characters: int) -> bool:
    """Whether there may be writing on the page that is no text: pictures, or letters drawn as shapes."""
    width, height = page.get_size()
    shapes = 0
    for kind, item in objects_of(page, _DEEPEST):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = bounds_of(item)
            if not characters or (right - left) * (top - bottom) > _PICTURE_SHARE * width * height:
                return True
        shapes += kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)
    return shapes >= (_OUTLINES if characters else 1)


def _boxes(page: Any) -> list[Box]:
    """The visible parts of the pictures on an unturned page."""
    if page.get_rotation():
        return []
    left, bottom, right, top = page.get_cropbox(fallback_ok=True)
    found: list[Box] = []
    for item in [item for kind, item in objects_of(page, _DEEPEST) if kind == pdfium.FPDF_PAGEOBJ_IMAGE]:
        x0, y0, x1, y1 = bounds_of(item)
        box = (max(x0, left) - left, top - min(y1, top), min(x1, right) - left, top - max(y0, bottom))
        if box not in found:
            found.append(box)
    return found


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _characters_in(glyphs: Glyphs, box: Box) -> int:
    """How many characters of the text stand on a picture."""
    x, y = (glyphs.places[:, 0] + glyphs.places[:, 2]) / 2, (glyphs.places[:, 1] + glyphs.places[:, 3]) / 2
    inside = (x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])
    return int((inside & glyphs.inked).sum())


def _hidden(glyphs: Glyphs) -> float:
    """The share of the characters that are not drawn."""
    return float(glyphs.quality("hidden")[glyphs.styles][glyphs.inked].mean()) if glyphs.inked.any() else 0.0


def _garbled(glyphs: Glyphs) -> float:
    """The share of the characters that mean nothing: private, unknown and control characters."""
    codes = glyphs.codes[glyphs.inked]
    private = (codes >= 0xE000) & (codes <= 0xF8FF)
    control = (codes < 0x20) | ((codes >= 0x7F) & (codes < 0xA0))
    return float((private | control | (codes == 0xFFFD)).mean()) if len(codes) else 0.0
