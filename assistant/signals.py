"""Signals: what speaks for and against the documents holding the answer, and what they come to."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Signals:
    """Measures of the best evidence, each 0 to 1 unless said otherwise.

    `late`: late interaction of question and best passage. `closeness`, `weakest`, `coverage`: those of the
    best sentence (see Evidence). `dense`: best cosine of question and passage. `wanted`: 1 where the best
    sentence holds the kind of thing asked for. `known`: share of the question's names and years that the
    best passage, or its document's title and dates, hold. `vocabulary`: share of the question's words that
    stand anywhere in the library. `focus`: share of the ten best sentences that the best one's document has.
    """

    late: float
    closeness: float
    weakest: float
    coverage: float
    dense: float
    wanted: float
    known: float
    vocabulary: float
    focus: float


def likelihood(signals: Signals, weights: Mapping[str, float]) -> float:
    """How likely it is, 0 to 1, that the documents hold the answer: a logistic function of the signals."""
    total = weights["constant"] + sum(weights[name] * value for name, value in asdict(signals).items())
    return 1 / (1 + math.exp(-total))
