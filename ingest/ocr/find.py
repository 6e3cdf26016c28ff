"""Find: the lines of writing on an image, and how far the page leans."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ingest.ocr.engine import Engine
from ingest.ocr.picture import Floats, Image, Region, Turned, ink, regions, resized, rules, turned, without

_GRID = 832
"""Length of the grid's longer side: letters of 10 points on A4 are 10 cells high on it."""
_FINEST = 1600
_SMALL = 5.5
"""Cells; where lines are lower than this, they are looked for again on a finer grid."""
_THRESHOLD = 0.3
_SMALLEST = 12
_SPREAD = 1.6
"""How far the model's regions, which are the cores of lines, are spread (Liao et al. 2020, section 3.4)."""
_LONG = 4.0
"""Times its height; a region this long tells how far the page leans."""
_STEEPEST = 20.0
_SHORTEST_RULE = 0.04
"""Share of the page's width."""
_PROFILE = 1200
"""Pixels of the longer side of the picture in which the ink is counted row by row."""
_LEAST_INK = 200
_MOST_LINES = 1_000

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Found:
    """A page set straight, and in the straight picture's pixels: the boxes of its lines of writing, and the
    (horizontal, vertical) rules drawn on it, which are painted over in the picture.
    """

    straight: Turned
    boxes: list[Box]
    rules: tuple[Floats, Floats]
    down: bool
    """Whether most writing runs up or down the page."""


def find_lines(engine: Engine, image: Image) -> Found:
    """Where lines are on an image whose writing runs from left to right, more or less."""
    found, scale = _found(engine, image, _GRID)
    heights = [region.height for region in found if region.width > _LONG * region.height]
    if heights and np.median(heights) < _SMALL:
        found, scale = _found(engine, image, _FINEST)
    straight = turned(image, _lean(image, found, scale))
    boxes = [_box(region, scale, straight) for region in found[:_MOST_LINES]]
    drawn = rules(straight.image, max(20, int(_SHORTEST_RULE * straight.image.shape[1])))
    straight = replace(straight, image=without(straight.image, np.concatenate(drawn)))
    return Found(
        straight,
        [box for box in boxes if box[2] - box[0] >= 4 and box[3] - box[1] >= 6],
        drawn,
        _runs_down(found),
    )


def in_rows(boxes: list[Box]) -> list[Box]:
    """Boxes row by row from the top, each row from left to right."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda one: (one[1] + one[3], one[0])):
        middle = (box[1] + box[3]) / 2
        top, bottom = (rows[-1][0][1], rows[-1][0][3]) if rows else (0.0, 0.0)
        if top + 0.3 * (bottom - top) < middle < bottom - 0.3 * (bottom - top):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [box for row in rows for box in sorted(row)]


def _runs_down(found: list[Region]) -> bool:
    down = sum(region.height for region in found if region.height > _LONG * region.width)
    return down > sum(region.width for region in found if region.width > _LONG * region.height)


def _found(engine: Engine, image: Image, longest: int) -> tuple[list[Region], npt.NDArray[np.float64]]:
    """The regions, largest first, and the size of a cell (x, y) in pixels."""
    likelihood = engine.likelihood(image, longest)
    found = sorted(regions(likelihood, _THRESHOLD, _SMALLEST), key=lambda region: -len(region.xs))
    return found, np.array(image.shape[::-1]) / np.array(likelihood.shape[::-1])


def _lean(image: Image, found: list[Region], scale: npt.NDArray[np.float64]) -> float:
    """By how many degrees lines fall to the right.

    About as the long regions lie; then the angle at which the ink falls into the sharpest rows (projection
    profiles, Postl 1986), which counts short lines and rules too.
    """
    shrunk = max(1.0, max(image.shape) / _PROFILE)
    small = resized(image, round(image.shape[1] / shrunk), round(image.shape[0] / shrunk))
    ys, xs = np.nonzero(ink(small))
    degrees = _slope_of_regions(found, scale)
    if len(xs) < _LEAST_INK:
        return degrees
    for reach, step in ((3.0, 0.25), (0.25, 0.05)):
        degrees = max(_steps(degrees, reach, step), key=lambda one: _sharpness(xs, ys, one))
    return degrees


def _steps(middle: float, reach: float, step: float) -> list[float]:
    """Angles round a middle, the nearest first, so that among equals the nearest is taken."""
    count = round(reach / step)
    return [middle + step * at for at in sorted(range(-count, count + 1), key=abs)]


def _sharpness(xs: npt.NDArray[np.intp], ys: npt.NDArray[np.intp], degrees: float) -> float:
    """How unevenly ink falls into rows that fall to the right by some degrees."""
    rows = np.rint(ys - xs * np.tan(np.radians(degrees))).astype(np.int64)
    return float((np.bincount(rows - rows.min()).astype(np.float64) ** 2).sum())


def _slope_of_regions(found: list[Region], scale: npt.NDArray[np.float64]) -> float:
    """The weighted median of the slopes of the long regions, in degrees."""
    slopes: list[tuple[float, float]] = []
    for region in found:
        if region.width > 2 * _LONG * region.height:
            slope = np.polyfit(region.xs * scale[0], region.ys * scale[1], 1)[0]
            slopes.append((float(np.degrees(np.arctan(slope))), region.width))
    slopes = sorted(one for one in slopes if abs(one[0]) < _STEEPEST)
    if not slopes:
        return 0.0
    weights = np.cumsum([weight for _, weight in slopes])
    return slopes[int(np.searchsorted(weights, weights[-1] / 2))][0]


def _box(region: Region, scale: npt.NDArray[np.float64], straight: Turned) -> Box:
    """The box of a region in the straight picture, spread to hold the whole line."""
    xs, ys = (region.xs + 0.5) * scale[0], (region.ys + 0.5) * scale[1]
    onto = straight.onto
    x: Floats = onto[0, 0] * xs + onto[0, 1] * ys + onto[0, 2]
    y: Floats = onto[1, 0] * xs + onto[1, 1] * ys + onto[1, 2]
    half_x, half_y = scale / 2
    left, right = float(x.min() - half_x), float(x.max() + half_x)
    top, bottom = float(np.percentile(y, 1) - half_y), float(np.percentile(y, 99) + half_y)
    width, height = right - left, bottom - top
    spread = width * height * _SPREAD / (2 * (width + height))
    across, down = straight.image.shape[1], straight.image.shape[0]
    return (
        max(0.0, left - spread),
        max(0.0, top - spread),
        min(across, right + spread),
        min(down, bottom + spread),
    )
