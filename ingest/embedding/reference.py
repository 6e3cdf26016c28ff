"""Reference: any sentence-transformers model as published. The only file that knows torch and its kin."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.errors import ModelError
from ingest.pair_scorer import PairReading
from ingest.token_vectors import TokenVectors

BATCH = 8
"""Larger ones are no faster on a processor, and take more memory."""

Vectors = npt.NDArray[np.float32]


class Reference:
    """The loaded model. A text's vector differs by about 1e-7 with the texts it is encoded beside."""

    def __init__(self, folder: Path, token_limit: int) -> None:
        try:
            self._model = _load(folder)
        except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
            raise ModelError(
                f"The embedding model in {folder} cannot be loaded ({_reason(error)}).",
                "Check the model's folder.",
            ) from error
        self._model.max_seq_length = min(token_limit, self._model.max_seq_length or token_limit)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension())

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of length 1, shape (n, dimensions), in the order of the texts."""
        found = self._model.encode(
            list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(found, np.float32)

    def embed(self, texts: Sequence[str]) -> tuple[Vectors, list[TokenVectors]]:
        """Vectors as by `encode`, and each text's token vectors."""
        found = self._model.encode(list(texts), batch_size=BATCH, output_value=None, show_progress_bar=False)
        marks = np.asarray(self._model.tokenizer.all_special_ids)
        places = self._model.tokenizer(
            list(texts), truncation=True, max_length=self._model.max_seq_length, return_offsets_mapping=True
        )["offset_mapping"]
        whole = np.stack([features["sentence_embedding"].float().cpu().numpy() for features in found])
        pairs = zip(found, places, strict=True)
        return _unit(whole), [_token_vectors(features, marks, spans) for features, spans in pairs]


class CrossEncoder:
    """A sentence-transformers CrossEncoder by name or path: reads question and passage together.

    ModelError where its files are not on this machine; nothing is downloaded.
    """

    def __init__(self, name: str) -> None:
        _quiet()
        import sentence_transformers

        try:
            self._model = sentence_transformers.CrossEncoder(name, device="cpu", local_files_only=True)
        except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
            raise ModelError(
                f"The reranking model in {name} cannot be loaded ({_reason(error)})."
                if Path(name).is_dir()
                else f"A reranking model “{name}” is not on this machine; nothing was sent or fetched.",
                "Give --reranker the folder of a sentence-transformers CrossEncoder, or leave it out.",
            ) from error

    def read(self, question: str, texts: Sequence[str]) -> list[PairReading]:
        """The scores alone: what goes on within another model tells this program nothing."""
        pairs = [(question, text) for text in texts]
        found = self._model.predict(pairs, batch_size=BATCH, show_progress_bar=False)
        return [PairReading(float(np.ravel(one)[-1])) for one in found]


def _reason(error: Exception) -> str:
    """What the library says, but for its advice to fetch the model from somewhere."""
    first = next(iter(str(error).splitlines()), "")
    return type(error).__name__ if "://" in first or not first else first.rstrip(".")


def _load(folder: Path) -> Any:
    _quiet()
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)


def _quiet() -> None:
    # Waiting threads sleep rather than spin: on a busy machine spinning makes embedding three times slower.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()
    transformers_logging.set_verbosity_error()
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)


def _token_vectors(
    features: Any, marks: npt.NDArray[np.int64], places: list[tuple[int, int]]
) -> TokenVectors:
    present = features["attention_mask"].cpu().numpy().astype(bool)
    wanted = present & ~np.isin(features["input_ids"].cpu().numpy(), marks)
    vectors = features["token_embeddings"].float().cpu().numpy()[wanted]
    # Padding is cut from `places` already: line both up by the tokens that are present.
    spans = np.asarray(places, np.int32).reshape(-1, 2)[wanted[present]]
    return TokenVectors(_unit(vectors), spans)


def _unit(vectors: npt.NDArray[np.float32]) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
    return unit
