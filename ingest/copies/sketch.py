"""Sketch: a small sample of a document's runs of words, enough to see which documents share some."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.copies.words import Hashes, Places, runs_of, words_of
from ingest.document import Document

RUN = 5
"""Words in a run: enough that two unrelated reports share next to none but names and set phrases."""

SAMPLED = 4
"""One run in so many is kept, by its hash and so the same ones in every document that has them: the sample
shows how much of a document another holds, however much longer that is (Irber 2022, FracMinHash)."""

VERSION = "1"


@dataclass(frozen=True, eq=False)
class Sketch:
    """A document's sampled runs, each once and in order, and the numbers of the words they begin with.

    `scanned` is whether most of its pages were read by recognition.
    """

    scanned: bool
    runs: Hashes
    places: Places

    def to_json(self) -> dict[str, Any]:
        """As kept with the document's derived facts."""
        return {
            "scanned": self.scanned,
            "runs": base64.b64encode(self.runs.astype("<u8").tobytes()).decode(),
            "places": base64.b64encode(self.places.astype("<u4").tobytes()).decode(),
        }


def sketch_of(document: Document) -> Sketch:
    """The sketch of a document's text."""
    recognised = sum(page.read_by == "ocr" for page in document.pages)
    return sketch_of_text(document.text, scanned=2 * recognised > len(document.pages))


def sketch_of_text(text: str, *, scanned: bool = False) -> Sketch:
    """The sketch of a text."""
    words = words_of(text)
    runs = runs_of(words.hashes, RUN)
    kept = np.flatnonzero(runs % np.uint64(SAMPLED) == 0)
    each, first = np.unique(runs[kept], return_index=True)
    return Sketch(scanned, each, kept[first].astype(np.int64))


def sampled(hashes: Hashes) -> Hashes:
    """The runs of these words that any sketch of them would keep."""
    runs = runs_of(hashes, RUN)
    return runs[np.flatnonzero(runs % np.uint64(SAMPLED) == 0)]


def sketch_from_json(value: dict[str, Any]) -> Sketch:
    """The inverse of `Sketch.to_json`."""
    return Sketch(
        value["scanned"],
        _array(value["runs"], "<u8", np.uint64),
        _array(value["places"], "<u4", np.int64),
    )


def _array(text: str, stored: str, wanted: npt.DTypeLike) -> npt.NDArray[Any]:
    return np.frombuffer(base64.b64decode(text), stored).astype(wanted)
