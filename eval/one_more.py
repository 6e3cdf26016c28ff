"""`python -m eval one_more`: what one more document costs in a large library, and what memory many cost.

The passages are made up and so are their vectors: it is the library that is measured, not the model.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from eval.tortured.scene import read_lines
from ingest.discover import Found
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.token_vectors import TokenVectors

EACH = 500
"""Passages a document."""
DIMENSIONS = 384


class MadeUp:
    """Vectors by chance."""

    identity = "made-up-384"

    def __init__(self) -> None:
        self._chance = np.random.default_rng(1)

    def embed(self, texts: Sequence[str]) -> tuple[np.ndarray, list[TokenVectors]]:
        """Vectors (n, 384) of length 1; no token vectors."""
        vectors = self._chance.standard_normal((len(texts), DIMENSIONS)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors, [
            TokenVectors(np.zeros((1, 8), np.float32), np.zeros((1, 2), np.int32)) for _ in texts
        ]


def written(folder: Path, number: int) -> Path:
    """A file of `EACH` lines."""
    chance = np.random.default_rng(number)
    words = [f"word{at}" for at in range(5000)]
    lines = [" ".join(chance.choice(words, 30)) for _ in range(EACH)]
    file = folder / f"{number}.txt"
    file.write_text("\n".join(lines), "utf-8")
    return file


def memory() -> float:
    """The most memory this process has used, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(argv: list[str]) -> int:
    """Parse, run, print."""
    parser = argparse.ArgumentParser(prog="python -m eval one_more", description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as place:
        inbox = Path(place) / "inbox"
        inbox.mkdir()
        embedder = MadeUp()
        with Library.open(Path(place) / "library", create=True) as library:
            for number in range(options.passages // EACH):
                file = written(inbox, number)
                document, passages = read_lines(Found(file, file.name))
                vectors, _ = embedder.embed([passage.text for passage in passages])
                library.add(document, passages, vectors, file.read_bytes(), embedder.identity)
                if (number + 1) % max(1, options.passages // EACH // 4) == 0:
                    print(f"{number + 1:6} documents: {memory():.0f} MB at most", flush=True)
            began = time.monotonic()
            library.refresh_index()
            print(
                f"index of {options.passages} passages: {time.monotonic() - began:.0f} s, {memory():.0f} MB"
            )
        file = written(inbox, options.passages)
        with Library.open(Path(place) / "library") as library:
            began = time.monotonic()
            ingest([file], library, embedder, read=read_lines)
            print(
                f"one more document of {EACH} passages: {time.monotonic() - began:.1f} s, {memory():.0f} MB"
            )
    return 0
