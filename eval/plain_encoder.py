"""PlainEncoder: vectors without a model, for libraries in which nothing is searched by meaning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ingest.token_vectors import TokenVectors


class PlainEncoder:
    """The same unit vector for every text."""

    identity = "plain-2"

    def embed(self, texts: Sequence[str]) -> tuple[npt.NDArray[np.float32], list[TokenVectors]]:
        """One vector (1, 0) a text, and a token vector each."""
        vectors = np.tile(np.array([1.0, 0.0], np.float32), (len(texts), 1))
        return vectors, [TokenVectors(vectors[:1], np.zeros((1, 2), np.int32)) for _ in texts]
