"""Words: the characters of a line and where each stands, from the model's steps and the ink itself."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ingest.ocr.engine import Steps
from ingest.ocr.find import Box
from ingest.ocr.picture import Floats, Image, ink

_X_HEIGHT, _CAPITAL = 0.54, 0.74
"""Heights as shares of the size of type; Arial and Times are within 0.08 of these, ink spreads."""
_MIXED = (0.5, 2.0)
"""Small letters for each capital or digit, between which either may bear most ink."""
_TRACE = 0.25
"""Rows with this share of the ink at the edge are part of a letter."""
_EDGE = 0.45
"""Rows with more than this share of the usual ink are between the base line and the height of an x."""
_ABOVE, _BELOW = 0.93, 0.27
"""The box of a character reaches this far above and below its base line, as a PDF's does."""
_NARROW, _WIDE = frozenset("ijlftrI.,:;'|!()[]-‘’/\\\" "), frozenset("mwMWQ@%&—…")
_SHARES = (0.5, 1.0, 1.55)
"""Widths of narrow, usual and wide characters."""


@dataclass(frozen=True)
class Line:
    """A line as read. `boxes`: shape (n, 4), of its characters in the straight picture's pixels.

    `size`: of the type, in pixels; `score`: the mean of the characters' scores, 0 to 1.
    """

    text: str
    boxes: Floats
    size: float
    score: float


def line_of(image: Image, box: Box, steps: Steps) -> Line | None:
    """The line that was read from the part of an image in a box; None where nothing was."""
    text, centres, score = _characters(steps, box)
    if not text:
        return None
    left, top = round(box[0]), round(box[1])
    dark = ink(image[top : round(box[3]), left : round(box[2])])
    size, base = _size_and_base(text, dark)
    words = _words(text, centres, _ink_runs(dark, left), box)
    boxes = np.empty((len(text), 4), np.float32)
    boxes[:, 0], boxes[:, 2] = _sides(text, words)
    boxes[:, 1], boxes[:, 3] = top + base - _ABOVE * size, top + base + _BELOW * size
    return Line(text, boxes, size, score)


def _characters(steps: Steps, box: Box) -> tuple[str, list[float], float]:
    """The text, the middle of each character, and the mean score: equal neighbouring steps are one."""
    width = (box[2] - box[0]) / max(1, len(steps.characters))
    text: list[str] = []
    centres: list[float] = []
    scores: list[float] = []
    at = 0
    for character, run in itertools.groupby(steps.characters):
        length = len(list(run))
        if character and not (character == " " and (not text or text[-1] == " ")):
            text.append(character)
            centres.append(box[0] + (at + length / 2) * width)
            scores.append(float(steps.scores[at : at + length].max()))
        at += length
    while text and text[-1] == " ":
        text.pop()
    return "".join(text), centres[: len(text)], float(np.mean(scores[: len(text)])) if text else 0.0


def _size_and_base(text: str, dark: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """The size of the type and the base line, in pixels from the top.

    Most ink stands between the base line and the height of an x (of a capital, where most are capitals).
    Where there are as many of each, as in a date, either may be, and the highest ink is that of a capital.
    """
    rows = dark.sum(axis=1).astype(np.float64)
    if rows.max(initial=0.0) < 2:
        return max(1.0, dark.shape[0] / 1.4), dark.shape[0] * 0.75
    level = _EDGE * float(np.median(rows[rows > 0.3 * rows.max()]))
    fullest = int(rows.argmax())
    top = _crossing(rows[fullest::-1], level)
    base = _crossing(rows[fullest:], level)
    small = sum(character.islower() for character in text)
    large = sum(character.isupper() or character.isdigit() for character in text)
    height = _X_HEIGHT if small > large else _CAPITAL
    if _MIXED[0] * large <= small <= _MIXED[1] * large:
        top, height = _crossing(rows[fullest::-1], _TRACE * level), _CAPITAL
    return max(1.0, (top + base - 1) / height), fullest + base


def _crossing(rows: npt.NDArray[np.float64], level: float) -> float:
    """How many rows, counted from the first and to a part of a row, stay above a level."""
    below = np.flatnonzero(rows < level)
    if not len(below):
        return float(len(rows))
    at = int(below[0])
    return at + float(rows[at] / level) * 0.5


def _ink_runs(dark: npt.NDArray[np.bool_], left: int) -> list[tuple[int, int]]:
    """The stretches from left to right that hold ink."""
    columns = np.flatnonzero(np.diff(dark.any(axis=0).astype(np.int8), prepend=0, append=0))
    return [(left + int(first), left + int(last)) for first, last in columns.reshape(-1, 2)]


def _words(
    text: str, centres: list[float], runs: list[tuple[int, int]], box: Box
) -> list[tuple[float, float]]:
    """The sides of each word: at each space, the widest gap in the ink between its neighbours."""
    sides: list[float] = [float(runs[0][0]) if runs else box[0]]
    for at, character in enumerate(text):
        if character == " ":
            sides += _gap(runs, centres[at - 1], centres[at + 1])
    sides.append(float(runs[-1][1]) if runs else box[2])
    return [(sides[at], max(sides[at] + 1, sides[at + 1])) for at in range(0, len(sides), 2)]


def _gap(runs: list[tuple[int, int]], first: float, second: float) -> tuple[float, float]:
    """The widest gap in the ink that touches the stretch between two characters' middles."""
    gaps = [
        (before[1], after[0])
        for before, after in itertools.pairwise(runs)
        if before[1] < second and after[0] > first
    ]
    if not gaps:
        return (first + second) / 2, (first + second) / 2
    return max(gaps, key=lambda gap: gap[1] - gap[0])


def _sides(text: str, words: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    """The left and right side of each character: a word's width is shared out by usual widths."""
    lefts: list[float] = []
    rights: list[float] = []
    for word, (start, end) in zip(text.split(" "), words, strict=True):
        if lefts:
            lefts.append(rights[-1])
            rights.append(start)
        edges = start + np.cumsum([0.0, *map(_share, word)]) / sum(map(_share, word)) * (end - start)
        lefts += edges[:-1].tolist()
        rights += edges[1:].tolist()
    return lefts, rights


def _share(character: str) -> float:
    return _SHARES[0 if character in _NARROW else 2 if character in _WIDE else 1]
