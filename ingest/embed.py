"""Embedder: texts to vectors. The shipped model runs in eight bits, any other on sentence-transformers."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from ingest.errors import ModelError
from ingest.offline import go_offline
from ingest.projection import project
from ingest.token_vectors import TokenVectors
from ingest.weights import SHA256, weights_folder

if TYPE_CHECKING:
    from ingest.embedding.quantised import Quantised
    from ingest.embedding.reference import Reference

go_offline()

TOKEN_LIMIT = 256

EIGHT_BITS, PUBLISHED = "onnx-int8.1", "torch"
"""The two ways to run a model; the number goes up when `ingest.embedding.quantised` gives other results."""

QUESTIONS, WORDINGS = 16, 4
"""The results of so many calls, each of so few texts, are kept."""

Vectors = npt.NDArray[np.float32]


class Embedder:
    """Makes normalised vectors; all-MiniLM-L6-v2 unless another model is named (by name or folder).

    Making one is cheap: runtime and weights are loaded when first needed (one second for the shipped model,
    3 to 12 s for another). May be used from several threads; one works at a time.

    `like` is the identity of a library: one whose vectors the shipped model made as published, before it ran
    in eight bits, is continued in the same way, since vectors of the two do not mix.
    """

    def __init__(self, model: str | None = None, *, like: str | None = None) -> None:
        self._name = model
        self._guard = threading.RLock()
        self._questions: dict[tuple[str, ...], tuple[Vectors, list[TokenVectors]]] = {}
        self._eight_bits = model is None and like != _named(SHA256, PUBLISHED)

    @cached_property
    def identity(self) -> str:
        """Names weights, runtime, precision and token limit: vectors of two identities do not compare."""
        weights = SHA256 if self._name is None else hash_of_folder(self._folder)
        return _named(weights, EIGHT_BITS if self._eight_bits else PUBLISHED)

    @property
    def dimensions(self) -> int:
        """Length of a vector; 384 for the model we ship with, without loading it."""
        return 384 if self._name is None else self._model.dimensions

    @property
    def loaded(self) -> bool:
        """Whether it would answer at once."""
        return not self.__dict__.keys().isdisjoint(("_quantised", "_reference"))

    def load(self) -> None:
        """Load runtime and weights now, say in a thread of its own. ModelError."""
        _ = self._model

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of length 1, shape (n, dimensions), float32, in the order of the texts."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        with self._guard:
            return self._asked(texts)[0] if self._is_question(texts) else self._model.encode(texts)

    def tokens(self, texts: Sequence[str], *, reduced: bool = True) -> list[TokenVectors]:
        """Each text's token vectors, for comparing token by token (late interaction)."""
        with self._guard:
            if reduced and self._is_question(texts):
                return self._asked(texts)[1]
        return self.embed(texts, reduced=reduced)[1]

    def embed(self, texts: Sequence[str], *, reduced: bool = True) -> tuple[Vectors, list[TokenVectors]]:
        """Vectors as by `encode` and token vectors as by `tokens`, for the price of one.

        The shipped model's token vectors come in fewer dimensions (`ingest.projection`) where `reduced`.
        """
        if not texts:
            return np.zeros((0, self.dimensions), np.float32), []
        with self._guard:
            if self._eight_bits:
                return self._quantised.embed(texts, reduced=reduced)
            whole, tokens = self._reference.embed(texts)
        if reduced and self._name is None:
            tokens = [TokenVectors(project(item.vectors), item.spans) for item in tokens]
        return whole, tokens

    def _is_question(self, texts: Sequence[str]) -> bool:
        return self._eight_bits and 0 < len(texts) <= WORDINGS

    def _asked(self, texts: Sequence[str]) -> tuple[Vectors, list[TokenVectors]]:
        """A question is looked for by its vector and then token by token: the model reads it once."""
        key = tuple(texts)
        if key not in self._questions:
            if len(self._questions) >= QUESTIONS:
                self._questions.pop(next(iter(self._questions)))
            self._questions[key] = self.embed(texts)
        return self._questions[key]

    @cached_property
    def _folder(self) -> Path:
        return weights_folder() if self._name is None else _local_folder(self._name)

    @property
    def _model(self) -> Quantised | Reference:
        with self._guard:
            return self._quantised if self._eight_bits else self._reference

    @cached_property
    def _quantised(self) -> Quantised:
        from ingest.embedding.quantised import Quantised

        return Quantised(self._folder, TOKEN_LIMIT)

    @cached_property
    def _reference(self) -> Reference:
        from ingest.embedding.reference import Reference

        return Reference(self._folder, TOKEN_LIMIT)


def hash_of_folder(folder: Path) -> str:
    """SHA-256 over the names and bytes of a model's files, in order of name."""
    total = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        with file.open("rb") as opened:
            own = hashlib.file_digest(opened, "sha256").hexdigest()
        total.update(f"{file.relative_to(folder).as_posix()}\0{own}\n".encode())
    return total.hexdigest()


def _named(weights: str, way: str) -> str:
    return f"{weights[:16]}-{way}-{TOKEN_LIMIT}"


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
