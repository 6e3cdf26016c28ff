"""Published: the weights of the shipped models as their files hold them, by name, in float32.

Names are those of the BERT they stand in (`encoder.layer.0.attention.self.query.weight`), and a weight has
the shape (out, in), whichever file it comes from. Only this file and `transformer.py` know onnx.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, load_model, numpy_helper
from safetensors import safe_open

Array = npt.NDArray[np.float32]

BYTES, SCALE, MIDDLE = "_quantized", "_scale", "_zero_point"
"""How the names of a weight's bytes, of what one step of them is worth, and of the byte for zero end."""


def plain(file: Path) -> dict[str, Array]:
    """The weights of a safetensors file."""
    with safe_open(file, "numpy") as opened:
        return {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118 - it is no mapping


def from_bytes(file: Path) -> dict[str, Array]:
    """The weights of a BERT in an ONNX file that onnxruntime's dynamic quantisation wrote: bytes times scale.

    An exported product of matrices has a numbered weight; the node that uses it says whose it is.
    """
    model = load_model(file)
    held = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    users = _users(model)
    weights = {}
    for name, value in held.items():
        if name.endswith(BYTES):
            whole = name.removesuffix(BYTES)
            weights[_named(users.get(name, whole))] = _floats(value, held, whole, turned=name in users)
        elif not name.endswith((SCALE, MIDDLE)):
            weights[_named(name)] = value
    return weights


def _users(model: ModelProto) -> dict[str, str]:
    """For the bytes of each weight that a product takes, the module that the product stands in."""
    return {
        node.input[1]: "/".join(node.name.split("/")[1:-1]).replace("/", ".") + ".weight"
        for node in model.graph.node
        if node.op_type == "MatMulInteger"
    }


def _floats(value: npt.NDArray[Any], held: dict[str, Any], name: str, *, turned: bool) -> Array:
    """What a weight's bytes stand for; `turned` are those that lie as (in, out)."""
    floats = (value.astype(np.float32) - np.float32(held[name + MIDDLE])) * held[name + SCALE]
    return np.ascontiguousarray(floats.T if turned else floats, np.float32)


def _named(name: str) -> str:
    return name.removeprefix("bert.")
