"""Rules' state: what is kept of a document is kept under the words and code that it was made by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from prompts import prompts_path


def rules_state(*code: Path) -> str:
    """A hash of all words and rules in `prompts`, and of these files or folders of code.

    What is kept under it is worked out anew after any change to them.
    """
    files = [file for path in code for file in (path.rglob("*.py") if path.is_dir() else [path])]
    return hashlib.sha256(_words() + _bytes(files)).hexdigest()[:16]


@cache
def _words() -> bytes:
    return hashlib.sha256(_bytes(prompts_path("").rglob("*.yaml"))).digest()


def _bytes(files: Iterable[Path]) -> bytes:
    return b"\0".join(file.read_bytes() for file in sorted(files))
