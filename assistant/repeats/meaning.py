"""Meaning: how alike two recommendations are token by token (late interaction, both ways)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from assistant.repeats.content import telling
from assistant.repeats.made import Made
from assistant.words import stem


class Meaning:
    """One recommendation's telling tokens: unit vectors (t, k) and weights (t,) that sum to 1."""

    def __init__(self, vectors: npt.NDArray[np.float32], weights: npt.NDArray[np.float64]) -> None:
        self.vectors = vectors
        self.weights = weights

    def likeness(self, other: Meaning) -> float:
        """The mean of each side's best cosines on the other, weighted."""
        found = self.vectors @ other.vectors.T
        return float((found.max(axis=1) @ self.weights + found.max(axis=0) @ other.weights) / 2)


def meaning_of(made: Made, bare: str, weights: Mapping[str, float]) -> Meaning | None:
    """None where there are no token vectors, or none of a telling word. `weights` are by stem."""
    tokens = made.tokens() if made.tokens else None
    if tokens is None or not len(tokens):
        return None
    kept = telling(bare)
    stems = [stem(made.text[start:end].lower()) for start, end in tokens.spans.tolist()]
    counts = np.array([weights.get(name, 0.0) if name in kept else 0.0 for name in stems])
    wanted = counts > 0
    if not wanted.any():
        return None
    return Meaning(tokens.vectors[wanted].astype(np.float32), counts[wanted] / counts[wanted].sum())
