"""PairReading: what a cross-encoder makes of one question and one text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

State = npt.NDArray[np.float16]
"""Shape (384,): the inner state of the packaged cross-encoder, see `PairReading`."""


@dataclass(frozen=True, eq=False)
class PairReading:
    """`score`: how well the text answers the question, larger is better, on the model's own scale.

    `state`: what the packaged model holds about the pair two thirds of its way through (the vector of the
    first token after its ninth layer of twelve), from which more than the score can be learnt; None where the
    model is another.
    """

    score: float
    state: State | None = None


def pair_key(question: str, text: str) -> bytes:
    """What a reading is kept under: 32 bytes that hold neither question nor text."""
    return hashlib.sha256(f"{question}\0{text}".encode()).digest()
