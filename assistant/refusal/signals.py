"""Signals: what speaks for and against the documents holding the answer, and what they come to."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Signals:
    """Measures of a question and its best evidence, each 0 to 1.

    `dense`: best cosine of question and passage. `known`: share of the question's names and years that the
    best sentence, or what stands round it, holds. `scope`: how far the best sentence that meets all names
    and years asked for lies before the best that does not, those names and years aside (1 far before, 0.5
    the same, 0 far behind; 0.75 where none is asked for). `present`: 1 where every thing the question names
    stands somewhere in the library, 1/2 where one does not, 1/3 where two do not, and so on; a theme of which
    no document about the place speaks counts as one. `open`: 0 where a figure is asked for, which documents
    lack more often than they say nothing of a matter. `read`: how far the best passage is from what the model
    that reads it with the question thinks of texts on other matters (0 no better); 1 where none was read.
    `settled`: what that model's inner state says of the best sentences (`settling`); 0.5 where none was read.
    """

    dense: float
    known: float
    scope: float
    present: float
    open: float
    read: float
    settled: float


def likelihood(signals: Signals, weights: Mapping[str, float]) -> float:
    """How likely it is, 0 to 1, that the documents hold the answer: a logistic function of the signals."""
    total = weights["constant"] + sum(weights[name] * value for name, value in asdict(signals).items())
    return 1 / (1 + math.exp(-total))
