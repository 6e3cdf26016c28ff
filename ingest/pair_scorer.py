"""PairScorer: how well texts answer a question, by a model that reads both together."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from ingest.weights import READING, weights_folder

if TYPE_CHECKING:
    from ingest.embedding.pairs import Pairs
    from ingest.embedding.reference import CrossEncoder


KEPT = 4_096
"""Readings kept in memory, 1 kB each; a question makes about 25. Follow-ups ask for many of the last ones."""

State = npt.NDArray[np.float16]
"""Shape (384,): the inner state of the packaged cross-encoder, see `PairReading`."""


class PairScorer:
    """A cross-encoder; its runtime is loaded when it first reads. May be used from several threads.

    The last `KEPT` readings are kept, so that a pair is read once where it is asked for again.

    `name` is a sentence-transformers CrossEncoder by name or folder, None the packaged one.
    """

    def __init__(self, name: str | None = None) -> None:
        self._name = name
        self._guard = threading.Lock()
        self._kept: dict[bytes, PairReading] = {}

    def load(self) -> None:
        """Load runtime and weights now. ModelError where they are not on this machine or altered."""
        with self._guard:
            _ = self._model

    def read(self, question: str, texts: Sequence[str]) -> list[PairReading]:
        """What the model makes of each text with the question. ModelError as of `load`."""
        self.load()
        pairs = {text: pair_key(question, text) for text in texts}
        with self._guard:
            known = {text: self._kept[pair] for text, pair in pairs.items() if pair in self._kept}
        if new := [text for text in pairs if text not in known]:
            read = dict(zip(new, self._model.read(question, new), strict=True))
            self._keep({pairs[text]: reading for text, reading in read.items()})
            known |= read
        return [known[text] for text in texts]

    def _keep(self, readings: Mapping[bytes, PairReading]) -> None:
        with self._guard:
            self._kept |= readings
            for pair in list(self._kept)[:-KEPT]:
                del self._kept[pair]

    @cached_property
    def _model(self) -> Pairs | CrossEncoder:
        if self._name is None:
            from ingest.embedding.pairs import Pairs

            return Pairs(weights_folder(READING))
        from ingest.embedding.reference import CrossEncoder

        return CrossEncoder(self._name)


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
