"""Forms: what has been filled in or written on a page becomes part of its text, beside what asks for it."""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from ingest.readers.pdf.lines import Line, same_row

_WRITTEN = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT)
_COMMENTS = (
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
)
_MOST_ANNOTATIONS = 5_000
_LEAST_OF_LINE = 12
"""Characters of a line by which it is known as one of what a field holds."""
_LONGEST_VALUE = 200_000
"""Bytes of what one field holds."""


def flatten(document: Any, page: Any, index: int) -> Any:
    """The page with its form fields and text boxes printed into it; the same page where it has none.

    The file itself is not changed, only the document in memory.
    """
    if (
        not _has_writing(page)
        or pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS
    ):
        return page
    page.close()
    return document[index]


def values_on(page: Any) -> frozenset[str]:
    """What the form fields of a page hold, with single spaces."""
    return frozenset(_held(page, b"V", _WRITTEN[:1])) - {""}


def comments_on(page: Any) -> int:
    """How many notes with words readers have stuck on a page, or on marks in it."""
    return sum(map(bool, _held(page, b"Contents", _COMMENTS)))


def beside_labels(lines: list[Line], values: Collection[str]) -> list[Line]:
    """The segments of a page with what fields hold after that which stands before it, on its row or above.

    A file gives what was filled in after all that is printed.
    """
    held = [line for line in lines if line.text in values or _is_part(line.text, values)]
    ordered = [line for line in lines if line not in held]
    for line in held:
        row = [one for one in ordered if same_row(one, line) and one.right <= line.left + 1]
        above = [one for one in ordered if one.bottom <= line.top + 2 and one.left < line.right > one.left]
        before = max(row, key=lambda one: one.right, default=None) or max(
            above, key=lambda one: one.bottom, default=None
        )
        ordered.insert(ordered.index(before) + 1 if before else len(ordered), line)
    return ordered


def _is_part(text: str, values: Collection[str]) -> bool:
    """Whether it is a line of a longer value."""
    return len(text) >= _LEAST_OF_LINE and any(text in value for value in values)


def _annotations(page: Any) -> Iterator[Any]:
    """The annotations of a page, each closed once the next is asked for."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if annotation:
            try:
                yield annotation
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)


def _held(page: Any, key: bytes, kinds: tuple[int, ...]) -> Iterator[str]:
    """What the annotations of some kinds have under a key, with single spaces."""
    for annotation in _annotations(page):
        if pdfium.FPDFAnnot_GetSubtype(annotation) in kinds:
            yield " ".join(_string(annotation, key).split())


def _string(annotation: Any, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < size <= _LONGEST_VALUE:
        return ""
    held = ctypes.create_string_buffer(size)
    place = ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, place, size)
    return held.raw.decode("utf-16-le", "replace").rstrip("\0")


def _has_writing(page: Any) -> bool:
    """Whether a form field or a text box is on the page."""
    return any(pdfium.FPDFAnnot_GetSubtype(annotation) in _WRITTEN for annotation in _annotations(page))
