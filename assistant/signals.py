"""Signals: what speaks for and against the documents holding the answer, and what they come to."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Signals:
    """Measures of the best evidence, each 0 to 1 unless said otherwise.

    `closeness`, `coverage`: those of the best sentence (see Evidence). `dense`: best cosine of question and
    passage. `known`: share of the question's names and years that the best sentence, or what stands round
    it, holds. `vocabulary`: share of the question's words that stand anywhere in the library. `scope`: how
    far the best sentence that meets all names and years asked for lies before the best that does not (1 far
    before, 0.5 the same, 0 far behind; 0.75 where none is asked for). `focus`: share of the ten best
    sentences that the best one's document has. `lead`: the best sentence's closeness less that of the best of
    another document, -0.2 to 0.3.
    """

    closeness: float
    coverage: float
    dense: float
    known: float
    vocabulary: float
    scope: float
    focus: float
    lead: float


def likelihood(signals: Signals, weights: Mapping[str, float]) -> float:
    """How likely it is, 0 to 1, that the documents hold the answer: a logistic function of the signals."""
    total = weights["constant"] + sum(weights[name] * value for name, value in asdict(signals).items())
    return 1 / (1 + math.exp(-total))
