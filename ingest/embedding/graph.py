"""The shipped model as an ONNX graph with 8-bit products.

The graph is made anew from the published weights by each process (under half a second): there is no cache
that could go stale, be damaged or be put in the weights' place.

It takes one text at a time, so nothing is padded and no text's vector depends on its company. Activations
are quantised over the text (ONNX DynamicQuantizeLinear: 8 bits, unsigned), weights by column (7 bits and
signed). With seven bits a sum of two products fits into 16 bits on processors without VNNI too, where eight
bits saturate: https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html
Attention, normalisation and everything that is added up along a text stay in float32.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import NodeProto, TensorProto, helper, load_model_from_string, numpy_helper

from ingest.embedding.published import Array

Weights = Mapping[str, Array]

INPUT, PASSAGE, TOKENS, REDUCED = "embedded", "passage", "tokens", "reduced"
"""The graph's input (1, t, d) and its outputs: (1, d) and (1, t, d) of length 1, and (1, t, k)."""

HEADS, LAYERS = 12, 6

TOP = 63
"""The largest weight: seven bits with the sign."""

RUNTIME = "com.microsoft"
"""The domain of onnxruntime's own operators."""


def graph(weights: Weights, axes: Array) -> bytes:
    """The model from summed embeddings to vectors, for onnxruntime; `axes` (d, k) reduce the tokens."""
    build = _Builder(weights)
    x = build.norm(INPUT, "embeddings.")
    for layer in range(LAYERS):
        x = build.layer(x, f"encoder.layer.{layer}.")
    build.unit(build.op("ReduceMean", x, build.constant(np.array([1])), keepdims=0), PASSAGE)
    build.op("MatMul", build.unit(x, TOKENS), build.constant(axes), to=REDUCED)
    return build.model(*axes.shape)


def with_output(model: bytes, value: str, name: str) -> bytes:
    """A model that also gives out one of its inner values, under a name of its own."""
    read = load_model_from_string(model)
    read.graph.node.append(helper.make_node("Identity", [value], [name]))
    read.graph.output.append(_values(name, [1, "tokens", None]))
    return bytes(read.SerializeToString())


def quantised(weight: Array) -> tuple[npt.NDArray[np.int8], Array]:
    """A weight (out, in) as published → (in, out) in seven bits, and each column's scale (out,)."""
    scale = np.maximum(np.abs(weight).max(axis=1), 1e-12).astype(np.float32) / np.float32(TOP)
    whole = np.rint(weight / scale[:, None]).astype(np.int8)
    return np.ascontiguousarray(whole.T), scale


class _Builder:
    """Gathers nodes and constants; each result and each constant has a name of its own."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []

    def constant(self, value: npt.NDArray[Any]) -> str:
        """A constant's name."""
        name = f"constant{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(self, kind: str, *inputs: str, to: str = "", domain: str = "", **options: Any) -> str:
        """The name of an operation's result."""
        name = to or f"value{len(self._nodes)}"
        self.ops(kind, *inputs, to=(name,), domain=domain, **options)
        return name

    def ops(self, kind: str, *inputs: str, to: tuple[str, ...], domain: str = "", **options: Any) -> None:
        """An operation with several results."""
        self._nodes.append(helper.make_node(kind, inputs, to, domain=domain, **options))

    def layer(self, x: str, name: str) -> str:
        """One layer of the transformer: attention, then two dense layers, each added to what came in."""
        out = f"{name}attention.output."
        attended, shift = self._attention(x, name)
        y = self._named(attended, f"{out}dense", self._weights[f"{out}dense.weight"] @ shift)
        x = self.norm(self.op("Add", y, x), out)
        wide = self._named(x, f"{name}intermediate.dense")
        y = self._named(self.op("Gelu", wide), f"{name}output.dense")
        return self.norm(self.op("Add", y, x), f"{name}output.")

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation."""
        scale, shift = self._weights[f"{name}LayerNorm.weight"], self._weights[f"{name}LayerNorm.bias"]
        return self.op("LayerNormalization", x, self.constant(scale), self.constant(shift), epsilon=1e-12)

    def unit(self, x: str, to: str) -> str:
        """Vectors scaled to length 1."""
        return self.op("LpNormalization", x, to=to, axis=-1, p=2)

    def model(self, dimensions: int, reduced: int) -> bytes:
        """The whole as bytes."""
        made = helper.make_graph(
            self._nodes,
            "encoder",
            [_values(INPUT, [1, "tokens", dimensions])],
            [
                _values(PASSAGE, [1, dimensions]),
                _values(TOKENS, [1, "tokens", dimensions]),
                _values(REDUCED, [1, "tokens", reduced]),
            ],
            self._constants,
        )
        versions = [helper.make_opsetid("", 20), helper.make_opsetid(RUNTIME, 1)]
        return bytes(helper.make_model(made, opset_imports=versions, ir_version=10).SerializeToString())

    def _attention(self, x: str, name: str) -> tuple[str, Array]:
        """What the heads bring together, but for a constant shift (d,).

        The key's bias shifts a token's scores alike and falls out of the softmax. The value's passes through
        it, since the weights sum to one: that is the shift.
        """
        own = f"{name}attention.self."
        small, bias = self._bytes(x), self._weights[f"{own}query.bias"]
        biases = {"query": bias, "key": np.zeros_like(bias), "value": np.zeros_like(bias)}
        parts = [
            self._times(small, self._weights[f"{own}{part}.weight"], one) for part, one in biases.items()
        ]
        attended = self.op("MultiHeadAttention", *parts, domain=RUNTIME, num_heads=HEADS)
        return attended, self._weights[f"{own}value.bias"]

    def _named(self, x: str, name: str, shift: Array | float = 0.0) -> str:
        """Values times a published weight matrix, plus its bias and a shift."""
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return self._times(self._bytes(x), weight, bias + shift)

    def _bytes(self, x: str) -> tuple[str, str, str]:
        """Values as bytes, with their scale and the byte that stands for zero."""
        at = len(self._nodes)
        parts = (f"bytes{at}", f"scale{at}", f"zero{at}")
        self.ops("DynamicQuantizeLinear", x, to=parts)
        return parts

    def _times(self, x: tuple[str, str, str], weight: Array, bias: Array) -> str:
        """Values as bytes (.., in) times a weight (out, in) as bytes, plus a bias (out,); float32."""
        small, zoom, zero = x
        columns, scales, shift = (self.constant(one) for one in (*quantised(weight), bias))
        no_middles = ""  # the weights' bytes stand for themselves
        inputs = (small, columns, zoom, scales, zero, no_middles, shift)
        return self.op("MatMulIntegerToFloat", *inputs, domain=RUNTIME)


def _values(name: str, shape: list[int | str | None]) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
