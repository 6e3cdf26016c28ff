"""Embedder: texts to vectors with a sentence-transformers model. The only file that knows the runtime."""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.errors import ModelError
from ingest.offline import go_offline
from ingest.projection import project
from ingest.token_vectors import TokenVectors
from ingest.weights import SHA256, weights_folder

go_offline()

TOKEN_LIMIT = 256
BATCH = 8
"""Larger ones are no faster on a processor, and take more memory."""

BACKEND = "torch"

Vectors = npt.NDArray[np.float32]


class Embedder:
    """Makes normalised vectors; all-MiniLM-L6-v2 unless another model is named (by name or folder).

    Making one is cheap: the runtime and the weights are loaded (3 to 12 s) when first needed. May be used
    from several threads; one works at a time. A text's vector differs by about 1e-7 with the texts it is
    encoded beside, so encode a question alone where the same question must give the same answer.
    """

    def __init__(self, model: str | None = None) -> None:
        self._name = model
        self._guard = threading.RLock()

    @cached_property
    def identity(self) -> str:
        """Names weights, runtime and token limit: vectors of different identities do not compare."""
        weights = SHA256 if self._name is None else hash_of_folder(self._folder)
        return f"{weights[:16]}-{BACKEND}-{TOKEN_LIMIT}"

    @property
    def dimensions(self) -> int:
        """Length of a vector; 384 for the model we ship with, without loading it."""
        return 384 if self._name is None else int(self._model.get_embedding_dimension())

    def load(self) -> None:
        """Load runtime and weights now, say in a thread of its own. ModelError."""
        _ = self._model

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of length 1, shape (n, dimensions), float32, in the order of the texts."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        with self._guard:
            found = self._model.encode(
                list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(found, np.float32)

    def tokens(self, texts: Sequence[str], *, reduced: bool = True) -> list[TokenVectors]:
        """Each text's token vectors, for comparing token by token (late interaction)."""
        return self.embed(texts, reduced=reduced)[1]

    def embed(self, texts: Sequence[str], *, reduced: bool = True) -> tuple[Vectors, list[TokenVectors]]:
        """Vectors as by `encode` and token vectors as by `tokens`, for the price of one.

        The shipped model's token vectors come in fewer dimensions (`ingest.projection`) where `reduced`.
        """
        if not texts:
            return np.zeros((0, self.dimensions), np.float32), []
        with self._guard:
            found = self._model.encode(
                list(texts), batch_size=BATCH, output_value=None, show_progress_bar=False
            )
            marks = np.asarray(self._model.tokenizer.all_special_ids)
            places = self._model.tokenizer(
                list(texts),
                truncation=True,
                max_length=self._model.max_seq_length,
                return_offsets_mapping=True,
            )["offset_mapping"]
        whole = np.stack([features["sentence_embedding"].float().cpu().numpy() for features in found])
        tokens = [
            _token_vectors(features, marks, spans) for features, spans in zip(found, places, strict=True)
        ]
        if reduced and self._name is None:
            tokens = [TokenVectors(project(item.vectors), item.spans) for item in tokens]
        return _unit(whole), tokens

    @cached_property
    def _folder(self) -> Path:
        return weights_folder() if self._name is None else _local_folder(self._name)

    @property
    def _model(self) -> Any:
        with self._guard:
            return self._loaded

    @cached_property
    def _loaded(self) -> Any:
        folder = self._folder
        try:
            model = _load(folder)
        except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
            raise ModelError(
                f"The embedding model in {folder} cannot be loaded: {error}", "Check the model's folder."
            ) from error
        model.max_seq_length = min(TOKEN_LIMIT, model.max_seq_length or TOKEN_LIMIT)
        return model


def hash_of_folder(folder: Path) -> str:
    """SHA-256 over the names and bytes of a model's files, in order of name."""
    total = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        with file.open("rb") as opened:
            own = hashlib.file_digest(opened, "sha256").hexdigest()
        total.update(f"{file.relative_to(folder).as_posix()}\0{own}\n".encode())
    return total.hexdigest()


def _local_folder(name: str) -> Path:
    """A model's folder: the path itself, or that of a model already in the Hugging Face cache."""
    if Path(name).is_dir():
        return Path(name)
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError, OSError) as error:
        raise ModelError(
            f"The embedding model “{name}” is neither a folder nor in this computer's model cache.",
            "Nothing is ever downloaded: put the model's files in a folder and give its path.",
        ) from error


def _load(folder: Path) -> Any:
    # Waiting threads sleep rather than spin: on a busy machine spinning makes embedding three times slower.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()
    transformers_logging.set_verbosity_error()
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)


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
