"""The shipped embedding model as an ONNX graph with 8-bit products.

The graph is made anew from the published weights by each process (under half a second): there is no cache
that could go stale, be damaged or be put in the weights' place.
"""

from __future__ import annotations

import numpy as np

from ingest.embedding.published import Array
from ingest.embedding.transformer import Transformer, Weights

INPUT, PASSAGE, TOKENS, REDUCED = "embedded", "passage", "tokens", "reduced"
"""The graph's input (1, t, d) and its outputs: (1, d) and (1, t, d) of length 1, and (1, t, k)."""

LAYERS = 6


def graph(weights: Weights, axes: Array) -> bytes:
    """The model from summed embeddings to vectors, for onnxruntime; `axes` (d, k) reduce the tokens."""
    build = Transformer(weights)
    x = build.norm(INPUT, "embeddings.")
    for layer in range(LAYERS):
        x = build.layer(x, layer)
    mean = build.op("ReduceMean", x, build.constant(np.array([1])), keepdims=0)
    build.op("LpNormalization", mean, to=PASSAGE, axis=-1, p=2)
    tokens = build.op("LpNormalization", x, to=TOKENS, axis=-1, p=2)
    build.op("MatMul", tokens, build.constant(axes), to=REDUCED)
    whole, reduced = axes.shape
    return build.model(
        {INPUT: (1, "tokens", whole)},
        {PASSAGE: (1, whole), TOKENS: (1, "tokens", whole), REDUCED: (1, "tokens", reduced)},
    )
