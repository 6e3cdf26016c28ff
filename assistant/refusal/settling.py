"""Settling: do the sentences read look, from within the model, like ones that settle a question?

A cross-encoder's score tells a text that is about the question from one that is not; whether it settles the
question it hardly tells. The model's state two thirds of the way through holds more: a line drawn in it by
logistic regression tells questions that documents answer from those they leave open, on sets that had no
part in drawing it (`python -m eval settling` draws it, and says how well).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.evidence import Evidence
from ingest.pair_scorer import State

FILE = Path(__file__).with_name("settling.npy")
"""A constant, then a weight for each number of `features`, shape (769,), float32."""

CLOSEST = 6
"""So many of the best sentences are asked; all that were read are what they are held against."""

SHARPNESS = 0.5
"""How much a unit of the model's score counts where sentences are weighed against each other (softmax)."""

Features = npt.NDArray[np.float64]


def settled(evidence: Sequence[Evidence]) -> float | None:
    """The odds, as a logit, that a question with this evidence is settled by it; None where none was read."""
    read = features([(item.cross, item.state) for item in evidence if item.cross is not None])
    if read is None:
        return None
    line = _line()
    return float(line[0] + read @ line[1:])


def features(readings: Sequence[tuple[float, State | None]]) -> Features | None:
    """The mean state of the best sentences, and how it differs from that of all, shape (768,), or None.

    `readings` are scores and states, in the order of the evidence.
    """
    states = [(score, state) for score, state in readings if state is not None]
    if not states:
        return None
    inner = np.stack([state for _, state in states]).astype(np.float64)
    scores = SHARPNESS * np.array([score for score, _ in states[:CLOSEST]])
    shares = np.exp(scores - scores.max())
    best = shares @ inner[:CLOSEST] / shares.sum()
    return np.concatenate([best, best - inner.mean(axis=0)])


@cache
def _line() -> npt.NDArray[np.float64]:
    return np.asarray(np.load(FILE, allow_pickle=False), np.float64)
