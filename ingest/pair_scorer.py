"""PairScorer: how well texts answer a question, by a model that reads both together."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ingest.pair_reading import PairReading
from ingest.weights import READING, weights_folder

if TYPE_CHECKING:
    from ingest.embedding.pairs import Pairs
    from ingest.embedding.reference import CrossEncoder


class PairScorer:
    """A cross-encoder; its runtime is loaded when it first scores. May be used from several threads.

    `name` is a sentence-transformers CrossEncoder by name or folder, None the packaged one.
    """

    def __init__(self, name: str | None = None) -> None:
        self._name = name
        self._guard = threading.Lock()

    def load(self) -> None:
        """Load runtime and weights now. ModelError where they are not on this machine or altered."""
        with self._guard:
            _ = self._model

    def read(self, question: str, texts: Sequence[str]) -> list[PairReading]:
        """What the model makes of each text with the question. ModelError as of `load`."""
        self.load()
        return self._model.read(question, texts)

    @cached_property
    def _model(self) -> Pairs | CrossEncoder:
        if self._name is None:
            from ingest.embedding.pairs import Pairs

            return Pairs(weights_folder(READING))
        from ingest.embedding.reference import CrossEncoder

        return CrossEncoder(self._name)
