"""Pairs: the shipped cross-encoder, which reads a question and a text together, in eight bits.

The model was trained to tell which passages answer a web search (MS MARCO); its scale is a logit, from about
-11 to 11.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tokenizers import Encoding, Tokenizer

from ingest.embedding.published import from_bytes
from ingest.embedding.quantised import in_threads, session
from ingest.embedding.transformer import Transformer, Weights
from ingest.pair_scorer import PairReading

TOKEN_LIMIT = 384
"""Question and text together; what is longer is cut from the text's end."""

INPUT, SCORE, STATE = "embedded", "score", "state"
"""The graph's input (1, t, d) and its outputs: a logit (1, 1, 1), and the state (1, 1, d)."""
LAYERS = 12
STATE_AFTER = 9
"""The state is the first token's row after so many layers."""


class Pairs:
    """The loaded model: one pair a run, so that a score does not depend on what is scored beside it."""

    def __init__(self, folder: Path) -> None:
        weights = from_bytes(folder / "model.onnx")
        self._words = weights["embeddings.word_embeddings.weight"]
        self._places = weights["embeddings.position_embeddings.weight"][:TOKEN_LIMIT]
        self._sides = weights["embeddings.token_type_embeddings.weight"]
        self._session = session(graph(weights))
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(TOKEN_LIMIT, strategy="longest_first")
        self._tokenizer.no_padding()

    def read(self, question: str, texts: Sequence[str]) -> list[PairReading]:
        """How well each text answers the question, and what the model holds about it."""
        encodings = self._tokenizer.encode_batch([(question, text) for text in texts])
        return in_threads(self._one, encodings, size=len)

    def _one(self, encoding: Encoding) -> PairReading:
        words, sides = self._words[encoding.ids], self._sides[encoding.type_ids]
        embedded = words + sides + self._places[: len(words)]
        score, state = self._session.run([SCORE, STATE], {INPUT: embedded[None]})
        return PairReading(round(float(score[0, 0, 0]), 4), state[0, 0].astype(np.float16))


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
