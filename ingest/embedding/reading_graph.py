"""The shipped cross-encoder as an ONNX graph with 8-bit products, made as the embedding model's is."""

from __future__ import annotations

from ingest.embedding.transformer import Transformer, Weights

INPUT, SCORE, STATE = "embedded", "score", "state"
"""The graph's input (1, t, d) and its outputs: a logit (1, 1, 1), and the state (1, 1, d)."""

LAYERS = 12

STATE_AFTER = 9
"""The state is the first token's row after so many layers."""


def graph(weights: Weights) -> bytes:
    """The model from summed embeddings to the score of a pair, for onnxruntime.

    Its bytes are those published: what it says differs from the published graph's by what rounding does, 0.06
    of a logit on average. Of the last layer the first token's row is all that the score depends on.
    """
    build = Transformer(weights, in_bytes=True)
    x = build.norm(INPUT, "embeddings.")
    for layer in range(STATE_AFTER):
        x = build.layer(x, layer)
    build.first(x, to=STATE)
    for layer in range(STATE_AFTER, LAYERS):
        x = build.layer(x, layer, first_alone=layer == LAYERS - 1)
    build.dense(build.op("Tanh", build.dense(x, "pooler.dense")), "classifier", to=SCORE)
    size = len(weights["embeddings.LayerNorm.weight"])
    return build.model({INPUT: (1, "tokens", size)}, {SCORE: (1, 1, 1), STATE: (1, 1, size)})
