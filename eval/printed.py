"""What is printed where on a PDF's page, by a second engine (pdfminer), which the product does not use.

This file alone imports pdfminer. https://pdfminersix.readthedocs.io
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTComponent, LTContainer
from pdfminer.pdfpage import PDFPage


class Printed(NamedTuple):
    """A character and its middle, in points from the top left of the page as it is shown."""

    text: str
    x: float
    y: float


def printed_on(path: Path, index: int) -> list[Printed]:
    """The characters of one page (from 0), in the order of its content; none where pdfminer gives up."""
    try:
        left, _, _, top = _shown(path, index)
        (page,) = extract_pages(path, page_numbers=[index], laparams=None)
    except Exception:
        return []  # it fails in many ways on damaged files
    return [
        Printed(char.get_text(), (char.x0 + char.x1) / 2 - left, top - (char.y0 + char.y1) / 2)
        for char in _characters(page)
    ]


def _characters(item: LTComponent) -> Iterator[LTChar]:
    if isinstance(item, LTChar):
        yield item
    elif isinstance(item, LTContainer):
        for part in item:
            yield from _characters(part)


def _shown(path: Path, index: int) -> tuple[float, float, float, float]:
    """The crop box where pdfminer puts it: it turns the page and moves the media box to the origin."""
    with path.open("rb") as file:
        page = next(PDFPage.get_pages(file, pagenos={index}))
        x0, y0, x1, y1 = page.mediabox
        left, bottom, right, top = page.cropbox
        turn = page.rotate % 360
    if turn == 90:
        return bottom - y0, x1 - right, top - y0, x1 - left
    if turn == 180:
        return x1 - right, y1 - top, x1 - left, y1 - bottom
    if turn == 270:
        return y1 - top, left - x0, y1 - bottom, right - x0
    return left - x0, bottom - y0, right - x0, top - y0
