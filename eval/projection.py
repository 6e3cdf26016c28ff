"""`python -m eval projection`: make the axes on which token vectors are stored, from the sample corpus."""

from __future__ import annotations

import argparse

import numpy as np
import numpy.typing as npt

from corpus import documents_path
from ingest import projection
from ingest.embed import Embedder
from ingest.passage import embedded_text
from ingest.read import read
from ingest.segment import segment
from ingest.tokens import count_tokens

DIMENSIONS = 128


def axes_of(vectors: npt.NDArray[np.float32], dimensions: int) -> npt.NDArray[np.float16]:
    """The first right singular vectors of token vectors (t, d), as columns (d, dimensions), signs fixed."""
    _, directions = np.linalg.eigh(vectors.astype(np.float64).T @ vectors)
    first = directions[:, ::-1][:, :dimensions]
    signs = np.sign(first[np.abs(first).argmax(axis=0), range(dimensions)])
    axes: npt.NDArray[np.float16] = (first * signs).astype(np.float16)
    return axes


def main(argv: list[str]) -> int:
    """Write the axes to the file that the product reads, and say how much of the vectors they keep."""
    parser = argparse.ArgumentParser(prog="python -m eval projection", description=__doc__)
    parser.parse_args(argv)
    vectors = np.concatenate([item.vectors for item in Embedder().tokens(_texts(), reduced=False)])
    axes = axes_of(vectors, DIMENSIONS)
    np.save(projection.FILE, axes, allow_pickle=False)
    kept = float(((vectors @ axes.astype(np.float32)) ** 2).sum() / (vectors**2).sum())
    shape = f"{DIMENSIONS} of {vectors.shape[1]} dimensions"
    print(f"{len(vectors)} tokens; {shape} keep {kept:.1%} of their variance")
    return 0


def _texts() -> list[str]:
    documents = [read(path) for path in sorted(documents_path().iterdir())]
    return [
        embedded_text(document.title, passage)
        for document in documents
        for passage in segment(document, count_tokens)
    ]
