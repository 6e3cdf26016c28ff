"""Rulings: the straight lines and box edges drawn on a PDF page."""

from __future__ import annotations

import ctypes
import itertools
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from ingest.readers.pdf.direct import kinds_of
from ingest.readers.pdf.placement import Placement

_THIN = 3.5
"""Points; a box no thicker than this is a line."""
_SHORTEST = 4.0
"""Points; shorter strokes are decoration or parts of letters."""
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 400
"""A path with more segments is a picture."""
_DEEPEST = 4

Rulings = tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]
"""(horizontal, vertical) lines as boxes (n, 4) in points from the top left, without thickness."""
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_rulings(page: Any, turn: int) -> Rulings:
    """The lines drawn on a page."""
    found: list[tuple[float, float, float, float]] = []
    budget = [_MOST_OBJECTS]
    for index, kind in enumerate(kinds_of(page)[:_MOST_OBJECTS]):
        if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM) and budget[0] > 0:
            _collect(pdfium.FPDFPage_GetObject(page.raw, index), _SAME, found, budget, 0)
    boxes = Placement.of(page, turn).place(np.array(found, np.float32).reshape(-1, 4))
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    flat, tall = (height <= _THIN) & (width >= _SHORTEST), (width <= _THIN) & (height >= _SHORTEST)
    flat, tall = flat & (width > height), tall & (height > width)
    return _centred(boxes[flat], 1), _centred(boxes[tall], 0)


def _centred(boxes: npt.NDArray[np.float32], axis: int) -> npt.NDArray[np.float32]:
    """Lines without thickness, at the middle of their boxes."""
    middle = (boxes[:, axis] + boxes[:, axis + 2]) / 2
    lines = boxes.copy()
    lines[:, axis] = lines[:, axis + 2] = middle
    return lines


def _collect(
    item: Any, outer: Matrix, found: list[tuple[float, float, float, float]], budget: list[int], depth: int
) -> None:
    """Adds the lines of one page object, and of those inside it where it is a form."""
    budget[0] -= 1
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        found += _path_lines(item, _times(_matrix_of(item), outer))
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _times(_matrix_of(item), outer)
        for index in range(max(0, pdfium.FPDFFormObj_CountObjects(item))):
            if budget[0] > 0:
                _collect(pdfium.FPDFFormObj_GetObject(item, index), inner, found, budget, depth + 1)


def _matrix_of(item: Any) -> Matrix:
    """The matrix that places an object in what holds it."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does `first` and then `second`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _path_lines(path: Any, matrix: Matrix) -> list[tuple[float, float, float, float]]:
    """The straight strokes of a path as left, top, right, bottom in user space.

    A filled box that is thin is a line; a thicker one without an outline is shading, which follows the lines
    of text inside cells as often as the cells. Paths with curves are pictures and give nothing.
    """
    count = pdfium.FPDFPath_CountSegments(path)
    if not 2 <= count <= _MOST_SEGMENTS:
        return []
    stroked = _is_stroked(path)
    lines: list[tuple[float, float, float, float]] = []
    for points in _outlines(path, count, matrix):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), max(ys), max(xs), min(ys))
        if box[2] - box[0] <= _THIN or box[1] - box[3] <= _THIN:
            lines.append(box)
            continue
        if not stroked:
            continue
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            if abs(x0 - x1) < 1 or abs(y0 - y1) < 1:
                lines.append((min(x0, x1), max(y0, y1), max(x0, x1), min(y0, y1)))
    return lines


def _is_stroked(path: Any) -> bool:
    """Whether the outline of a path is drawn, not just its inside filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, fill, stroke)) and bool(stroke.value)


def _outlines(path: Any, count: int, matrix: Matrix) -> list[list[tuple[float, float]]]:
    """The connected strokes of a path as lists of points; none where it has curves."""
    a, b, c, d, e, f = matrix
    outlines: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not outlines:
            outlines.append([])
        outlines[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            outlines[-1].append(outlines[-1][0])
    return [points for points in outlines if len(points) > 1]
