"""Direct: pdfium's functions without the conversions that ctypes makes at each call.

For those that run once a character or once an object of a page. Handles are given as addresses.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium


def _direct(function: Any, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_HANDLE, _INT = ctypes.c_void_p, ctypes.c_int

text_of = _direct(pdfium.FPDFText_GetText, _INT, _HANDLE, _INT, _INT, _HANDLE)
unicode_of = _direct(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _HANDLE, _INT)
box_of = _direct(pdfium.FPDFText_GetLooseCharBox, _INT, _HANDLE, _INT, _HANDLE)
text_object_of = _direct(pdfium.FPDFText_GetTextObject, ctypes.c_size_t, _HANDLE, _INT)
font_size_of = _direct(pdfium.FPDFTextObj_GetFontSize, _INT, _HANDLE, _HANDLE)
matrix_of = _direct(pdfium.FPDFPageObj_GetMatrix, _INT, _HANDLE, _HANDLE)
render_mode_of = _direct(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _HANDLE)
font_of = _direct(pdfium.FPDFTextObj_GetFont, ctypes.c_size_t, _HANDLE)
_object_at = _direct(pdfium.FPDFPage_GetObject, ctypes.c_size_t, _HANDLE, _INT)
_object_in = _direct(pdfium.FPDFFormObj_GetObject, ctypes.c_size_t, _HANDLE, _INT)
_kind_of = _direct(pdfium.FPDFPageObj_GetType, _INT, _HANDLE)
_count_in = _direct(pdfium.FPDFFormObj_CountObjects, _INT, _HANDLE)
_bounds_of = _direct(pdfium.FPDFPageObj_GetBounds, _INT, _HANDLE, *[_HANDLE] * 4)


def handle_of(raw: Any) -> int:
    """The address behind one of pypdfium2's raw handles."""
    return ctypes.cast(raw, ctypes.c_void_p).value or 0


def kinds_of(page: Any) -> list[int]:
    """The kinds of all objects of a page (FPDF_PAGEOBJ_*), those inside forms left out."""
    handle = handle_of(page.raw)
    return [_kind_of(_object_at(handle, at)) for at in range(max(0, pdfium.FPDFPage_CountObjects(page.raw)))]


def objects_of(page: Any, depth: int) -> Iterator[tuple[int, int]]:
    """Kind and handle of every object of a page, and of those inside forms down to a depth."""
    handle, count = handle_of(page.raw), max(0, pdfium.FPDFPage_CountObjects(page.raw))
    yield from _objects([_object_at(handle, at) for at in range(count)], depth)


def bounds_of(item: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object of a page; zeros where pdfium cannot tell."""
    left, bottom, right, top = sides = [ctypes.c_float() for _ in range(4)]
    _bounds_of(item, *map(ctypes.byref, sides))
    return left.value, bottom.value, right.value, top.value


def _objects(items: list[int], depth: int) -> Iterator[tuple[int, int]]:
    for item in items:
        kind = _kind_of(item)
        yield kind, item
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth > 1:
            inside = [_object_in(item, at) for at in range(max(0, _count_in(item)))]
            yield from _objects(inside, depth - 1)
