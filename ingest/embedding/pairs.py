"""Pairs: the shipped cross-encoder, which reads a question and a text together, in eight bits.

The model was trained to tell which passages answer a web search (MS MARCO); its scale is a logit, from about
-11 to 11.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tokenizers import Encoding, Tokenizer

from ingest.embedding.graph import with_output
from ingest.embedding.quantised import in_threads, session
from ingest.pair_reading import PairReading

TOKEN_LIMIT = 384
"""Question and text together; what is longer is cut from the text's end."""

INNER = "/bert/encoder/layer.8/output/LayerNorm/Add_1_output_0"
"""The graph's value after the ninth layer, shape (1, tokens, 384)."""

SCORE, STATE = "logits", "state"


class Pairs:
    """The loaded model: one pair a run, so that a score does not depend on what is scored beside it."""

    def __init__(self, folder: Path) -> None:
        self._session = session(with_output((folder / "model.onnx").read_bytes(), INNER, STATE))
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(TOKEN_LIMIT, strategy="longest_first")
        self._tokenizer.no_padding()

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers the question; larger is better."""
        return [reading.score for reading in self.read(question, texts)]

    def read(self, question: str, texts: Sequence[str]) -> list[PairReading]:
        """The score of each text, and what the model holds about it (`PairReading.state`)."""
        encodings = self._tokenizer.encode_batch([(question, text) for text in texts])
        return in_threads(self._one, encodings, size=len)

    def _one(self, encoding: Encoding) -> PairReading:
        given = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        logits, state = self._session.run(
            [SCORE, STATE], {name: np.array([ids]) for name, ids in given.items()}
        )
        return PairReading(round(float(logits[0, 0]), 4), state[0, 0].astype(np.float16))
