"""Engine: the two models behind plain calls; where lines of writing are, and what a line says."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import onnxruntime

from ingest.ocr.models import FIND_LINES, READ_LINES, model
from ingest.ocr.picture import Floats, Image, resized
from ingest.pulse import beat

_LINE_HEIGHT = 48
"""Pixels; the height of line that the reading model was trained on."""
_LONGEST_LINE = 4_800
"""Pixels at that height, 200 characters and more; what is longer is a rule or a shade, and costs seconds."""
_PAPER_RATIO = 0.75
"""Width to height of paper, about; a squarer page gets a grid of no more cells."""
_MULTIPLE = 32
"""The finding model takes images whose sides are multiples of this."""
_BATCH = 6
"""Lines read at a time; they are sorted by width, so that little is read in vain."""
_LATIN = 0x250
_SIGNS = "‘’“”–—•…€™−≤≥→●▪■□☐☑✓✔"
"""What English documents hold beside Latin letters; the model's other 18,000 characters are left out."""


@dataclass(frozen=True)
class Steps:
    """A line as read: for each step from left to right, the likeliest character ("" none) and its score.

    Steps are of equal width over the whole line.
    """

    characters: tuple[str, ...]
    scores: Floats


class Engine:
    """Finds and reads lines of writing. The same image gives the same result."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _threads()
        options.use_deterministic_compute = True
        options.enable_cpu_mem_arena = False  # else the memory of the largest page is kept to the end
        options.log_severity_level = 3
        self._find = _session(FIND_LINES, options)
        self._read = _session(READ_LINES, options)
        known = self._read.get_modelmeta().custom_metadata_map["character"].splitlines()
        alphabet = ["", *known, " "]
        self._columns = np.array([at for at, character in enumerate(alphabet) if _wanted(character)])
        self._alphabet = [alphabet[at] for at in self._columns]

    def likelihood(self, image: Image, longest: int) -> Floats:
        """How likely each place is to be inside a line of writing, 0 to 1, on a smaller grid.

        `longest`: about the length of the grid's longer side.
        """
        beat()
        scale = min(longest / max(image.shape), longest * (_PAPER_RATIO / image.size) ** 0.5)
        height, width = (max(1, round(side * scale / _MULTIPLE)) * _MULTIPLE for side in image.shape)
        grey = resized(image, width, height).astype(np.float32) / 127.5 - 1
        found = self._find.run(None, {"x": np.repeat(grey[None, None], 3, axis=1)})[0]
        return np.asarray(found[0, 0], np.float32)

    def read(self, lines: list[Image]) -> list[Steps]:
        """What each image of a line says."""
        scaled = [resized(line, line_width(line), _LINE_HEIGHT) for line in lines]
        order = sorted(range(len(lines)), key=lambda at: scaled[at].shape[1])
        found: dict[int, Steps] = {}
        for start in range(0, len(order), _BATCH):
            beat()
            part = order[start : start + _BATCH]
            found.update(zip(part, self._read_batch([scaled[at] for at in part]), strict=True))
        return [found[at] for at in range(len(lines))]

    def _read_batch(self, lines: list[Image]) -> list[Steps]:
        width = max(line.shape[1] for line in lines)
        batch = np.zeros((len(lines), 3, _LINE_HEIGHT, width), np.float32)
        for at, line in enumerate(lines):
            batch[at, :, :, : line.shape[1]] = line.astype(np.float32) / 127.5 - 1
        scores = self._read.run(None, {"x": batch})[0][:, :, self._columns]
        used = [-(-line.shape[1] * scores.shape[1] // width) for line in lines]
        return [self._steps(scores[at, : used[at]]) for at in range(len(lines))]

    def _steps(self, scores: Floats) -> Steps:
        best = scores.argmax(axis=1)
        characters = tuple(self._alphabet[at] for at in best.tolist())
        return Steps(characters, scores.max(axis=1))


@cache
def engine() -> Engine:
    """The one engine of this process. ModelError where the extra is missing or its models are others."""
    return Engine()


def _session(name: str, options: Any) -> Any:
    return onnxruntime.InferenceSession(str(model(name)), options, providers=["CPUExecutionProvider"])


def _threads() -> int:
    """As many as OMP_NUM_THREADS says, else one a core up to four."""
    said = os.environ.get("OMP_NUM_THREADS", "")
    return int(said) if said.isdigit() and int(said) else min(4, os.cpu_count() or 1)


def _wanted(character: str) -> bool:
    return all(ord(one) < _LATIN or one in _SIGNS for one in character)


def line_width(line: Image) -> int:
    """How many pixels long a line is at the height at which it is read; the time to read it goes by that."""
    height, width = line.shape
    return int(min(_LONGEST_LINE, max(16, round(width * _LINE_HEIGHT / height))))
