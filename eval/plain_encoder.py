"""PlainEncoder and UnindexedLibrary: without a model, for what is never searched by meaning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ingest.library import Library
from ingest.token_vectors import TokenVectors


class UnindexedLibrary(Library):
    """One that builds no vector index, which takes longer than all else in a small library."""

    def refresh_index(self, *, always: bool = False) -> bool:
        """Nothing."""
        return False


class PlainEncoder:
    """The same unit vector for every text."""

    identity = "plain-2"

    def embed(self, texts: Sequence[str]) -> tuple[npt.NDArray[np.float32], list[TokenVectors]]:
        """One vector (1, 0) a text, and a token vector each."""
        vectors = np.tile(np.array([1.0, 0.0], np.float32), (len(texts), 1))
        return vectors, [TokenVectors(vectors[:1], np.zeros((1, 2), np.int32)) for _ in texts]
