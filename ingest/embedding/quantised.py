"""Quantised: the shipped embedding model in eight bits. The only file that knows onnxruntime.

How near it comes to the published model: `tests/model/test_embed.py`; how fast it is:
`make bench-ingest`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Encoding, Tokenizer

from ingest.embedding.published import Array, plain
from ingest.embedding.transformer import Transformer, Weights
from ingest.processors import processors
from ingest.projection import axes
from ingest.token_vectors import TokenVectors

Vectors = npt.NDArray[np.float32]
One = TypeVar("One")
Other = TypeVar("Other")

MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
"""Tokens that stand for no word."""

INPUT, PASSAGE, TOKENS, REDUCED = "embedded", "passage", "tokens", "reduced"
"""The graph's input (1, t, d) and its outputs: (1, d) and (1, t, d) of length 1, and (1, t, k)."""
LAYERS = 6


class Quantised:
    """The loaded model: texts to vectors, one text a run, as many runs at a time as there are processors.

    A text's vectors are the same bytes whatever it is encoded beside, and however many threads there are.
    """

    def __init__(self, folder: Path, token_limit: int) -> None:
        weights = plain(folder / "model.safetensors")
        self._words = weights["embeddings.word_embeddings.weight"]
        places = weights["embeddings.position_embeddings.weight"][:token_limit]
        self._places = places + weights["embeddings.token_type_embeddings.weight"][0]
        self._session = session(graph(weights, axes()))
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(token_limit)
        self._tokenizer.no_padding()
        self._marks = np.array([self._tokenizer.token_to_id(mark) for mark in MARKS])

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._words.shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of length 1, shape (n, dimensions), in the order of the texts."""
        return np.stack([whole for whole, _ in self._run(texts, TOKENS)])

    def embed(self, texts: Sequence[str], *, reduced: bool) -> tuple[Vectors, list[TokenVectors]]:
        """Vectors as by `encode`, and each text's token vectors, in fewer dimensions where `reduced`."""
        found = self._run(texts, REDUCED if reduced else TOKENS)
        return np.stack([whole for whole, _ in found]), [tokens for _, tokens in found]

    def _run(self, texts: Sequence[str], output: str) -> list[tuple[Vectors, TokenVectors]]:
        encodings = self._tokenizer.encode_batch(list(texts))
        return in_threads(lambda encoding: self._one(encoding, output), encodings, size=len)

    def _one(self, encoding: Encoding, output: str) -> tuple[Vectors, TokenVectors]:
        ids = np.asarray(encoding.ids)
        embedded = self._words[ids] + self._places[: len(ids)]
        whole, tokens = self._session.run([PASSAGE, output], {INPUT: embedded[None]})
        wanted = ~np.isin(ids, self._marks)
        spans = np.asarray(encoding.offsets, np.int32).reshape(-1, 2)
        return whole[0], TokenVectors(tokens[0][wanted], spans[wanted])


def in_threads(run: Callable[[One], Other], ones: Sequence[One], size: Callable[[One], int]) -> list[Other]:
    """The results in the order given; the largest are run first, so that threads come to the end together.

    What has not begun is dropped where the user interrupts.
    """
    if len(ones) == 1:  # a question: starting a thread takes longer the busier the machine is
        return [run(ones[0])]
    order = sorted(range(len(ones)), key=lambda n: -size(ones[n]))
    pool = ThreadPoolExecutor(max(1, min(processors(), len(ones))), "embedding")
    try:
        found = dict(zip(order, pool.map(run, [ones[n] for n in order]), strict=True))
    finally:
        pool.shutdown(cancel_futures=True)
    return [found[n] for n in range(len(ones))]


def session(model: bytes) -> onnxruntime.InferenceSession:
    """A graph made ready to run, such that it gives the same bytes each time."""
    onnxruntime.disable_telemetry_events()
    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    # One thread a run: how a product is divided among threads may change its last bit.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    # The graph is run as written: fused by onnxruntime 1.32 it took 25 % longer.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


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
