"""Transformer: builds a BERT's ONNX graph with 8-bit products from its weights by name, for onnxruntime.

It takes one text at a time, so nothing is padded and what is made of a text does not depend on its company.
Activations are quantised over the text (ONNX DynamicQuantizeLinear: 8 bits, unsigned), weights by column (7
bits and signed). With seven bits a sum of two products fits into 16 bits on processors without VNNI too,
where eight bits saturate:
https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html
Weights that were published in 8 bits keep them.
Attention, normalisation and everything that is added up along a text stay in float32.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import NodeProto, TensorProto, helper, numpy_helper

from ingest.embedding.published import Array

Weights = Mapping[str, Array]
Shape = tuple[int | str, ...]

HEADS = 12
"""Of both shipped models."""

TOP = 63
"""The largest weight: seven bits with the sign."""

PUBLISHED_TOP = 127
"""The same where a weight was published in eight bits."""

RUNTIME = "com.microsoft"
"""The domain of onnxruntime's own operators."""


def quantised(weight: Array) -> tuple[npt.NDArray[np.int8], Array]:
    """A weight (out, in) as published → (in, out) in seven bits, and each column's scale (out,)."""
    scale = np.maximum(np.abs(weight).max(axis=1), 1e-12).astype(np.float32) / np.float32(TOP)
    whole = np.rint(weight / scale[:, None]).astype(np.int8)
    return np.ascontiguousarray(whole.T), scale


def as_published(weight: Array) -> tuple[npt.NDArray[np.int8], Array]:
    """The same in the eight bits, with one scale (), in which the weight was published."""
    scale = np.abs(weight).max() / np.float32(PUBLISHED_TOP)
    return np.ascontiguousarray(np.rint(weight / scale).astype(np.int8).T), np.asarray(scale, np.float32)


class Transformer:
    """Gathers nodes and constants; each result and each constant has a name of its own.

    A step takes names of results and gives the name of its own, or takes the name `to` for it. `in_bytes`
    says that the weights were published in eight bits: the same values are quantised as in that graph.
    """

    def __init__(self, weights: Weights, *, in_bytes: bool = False) -> None:
        self._weights = weights
        self._in_bytes = in_bytes
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

    def layer(self, x: str, number: int, *, first_alone: bool = False) -> str:
        """One layer: attention, then two dense layers, each added to what came in.

        `first_alone` works out the first token's row only, which is all that a last layer may be asked for.
        """
        name = f"encoder.layer.{number}."
        out = f"{name}attention.output."
        attended, shift = self._attention(x, name, first_alone=first_alone)
        y = self.dense(attended, f"{out}dense", self._weights[f"{out}dense.weight"] @ shift)
        x = self.norm(self.op("Add", y, self.first(x) if first_alone else x), out)
        wide = self.dense(x, f"{name}intermediate.dense")
        y = self.dense(self.op("Gelu", wide), f"{name}output.dense")
        return self.norm(self.op("Add", y, x), f"{name}output.")

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation."""
        scale, shift = self._weights[f"{name}LayerNorm.weight"], self._weights[f"{name}LayerNorm.bias"]
        return self.op("LayerNormalization", x, self.constant(scale), self.constant(shift), epsilon=1e-12)

    def dense(self, x: str, name: str, shift: Array | float = 0.0, to: str = "") -> str:
        """Values times a published weight, plus its bias and a shift."""
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return self._times(self._bytes(x), weight, bias + shift, to)

    def first(self, x: str, to: str = "") -> str:
        """The first token's row of values (1, t, d), as (1, 1, d)."""
        start, end = self.constant(np.array([0])), self.constant(np.array([1]))
        return self.op("Slice", x, start, end, end, to=to)

    def model(self, given: Mapping[str, Shape], wanted: Mapping[str, Shape]) -> bytes:
        """The whole as bytes: inputs and outputs by name, with their shapes."""
        made = helper.make_graph(self._nodes, "transformer", _values(given), _values(wanted), self._constants)
        versions = [helper.make_opsetid("", 20), helper.make_opsetid(RUNTIME, 1)]
        return bytes(helper.make_model(made, opset_imports=versions, ir_version=10).SerializeToString())

    def _attention(self, x: str, name: str, *, first_alone: bool) -> tuple[str, Array]:
        """What the heads bring together, but for a constant shift (d,).

        The key's bias shifts a token's scores alike and falls out of the softmax. The value's passes through
        it, since the weights sum to one: that is the shift. Where weights are in bytes it is added before, as
        in the published graph.
        """
        own = f"{name}attention.self."
        small, bias = self._bytes(x), self._weights[f"{own}query.bias"]
        asking = (self.first(small[0]), *small[1:]) if first_alone else small
        none, shift = np.zeros_like(bias), self._weights[f"{own}value.bias"]
        before, after = (shift, none) if self._in_bytes else (none, shift)
        parts = [
            self._times(values, self._weights[f"{own}{part}.weight"], one)
            for part, values, one in (("query", asking, bias), ("key", small, none), ("value", small, before))
        ]
        return self.op("MultiHeadAttention", *parts, domain=RUNTIME, num_heads=HEADS), after

    def _bytes(self, x: str) -> tuple[str, str, str]:
        """Values as bytes, with their scale and the byte that stands for zero."""
        at = len(self._nodes)
        parts = (f"bytes{at}", f"scale{at}", f"zero{at}")
        self.ops("DynamicQuantizeLinear", x, to=parts)
        return parts

    def _times(self, x: tuple[str, str, str], weight: Array, bias: Array, to: str = "") -> str:
        """Values as bytes (.., in) times a weight (out, in) as bytes, plus a bias (out,); float32."""
        small, zoom, zero = x
        bytes_of = as_published if self._in_bytes else quantised
        columns, scales, shift = (self.constant(one) for one in (*bytes_of(weight), bias))
        no_middles = ""  # the weights' bytes stand for themselves
        inputs = (small, columns, zoom, scales, zero, no_middles, shift)
        return self.op("MatMulIntegerToFloat", *inputs, domain=RUNTIME, to=to)


def _values(shapes: Mapping[str, Shape]) -> list[Any]:
    return [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
