"""Embed what waits: every document that is found by its words alone so far gets its vectors, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from ingest.library import Library
from ingest.passage import Passage, embedded_text
from ingest.token_vectors import TokenVectors

SLICE = 32
"""Passages embedded between two signs of progress."""

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """What the pipeline needs of an embedder."""

    @property
    def identity(self) -> str:
        """Names the model."""

    def embed(self, texts: Sequence[str]) -> tuple[Vectors, list[TokenVectors]]:
        """Vectors (n, d) of length 1, and each text's token vectors, or none at all."""


def embed_waiting(
    library: Library, embedder: Encoder, tell: Callable[[str, int, bool], None] = lambda *_: None
) -> None:
    """Each document commits by itself; an interrupted run goes on where it stopped.

    `tell` hears of a document's path, of how many passages have got their vectors since the last time, and
    whether that was all of it.
    """
    for document_id in library.unembedded():
        record, _ = library.entry(document_id)
        passages = library.passages_of(document_id)
        wordings = {passage.id: embedded_text(record.title, passage) for passage in passages}
        vectors, tokens = library.embedded(list(wordings.values())), dict[str, TokenVectors]()
        tell(record.path, sum(wording in vectors for wording in wordings.values()), False)
        new = [wording for wording in dict.fromkeys(wordings.values()) if wording not in vectors]
        for part in _slices(new):
            whole, pieces = embedder.embed(part)
            vectors.update(zip(part, whole, strict=True))
            tokens.update(zip(part, pieces, strict=bool(pieces)))
            tell(record.path, len(part), False)
        library.embed(
            document_id,
            {name: vectors[wording] for name, wording in wordings.items()},
            wordings,
            _by_passage(passages, wordings, tokens),
        )
        tell(record.path, 0, True)


def _by_passage(
    passages: Sequence[Passage], wordings: dict[str, str], tokens: dict[str, TokenVectors]
) -> dict[str, TokenVectors]:
    """Token vectors of the strings that were embedded now, by passage."""
    return {
        passage.id: tokens[wordings[passage.id]] for passage in passages if wordings[passage.id] in tokens
    }


def _slices(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(texts), SLICE):
        yield texts[start : start + SLICE]
