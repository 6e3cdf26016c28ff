"""Rules' state: what is kept of a document is kept under the code and words that it was made by."""

from __future__ import annotations

import hashlib
from pathlib import Path

RULES = (".py", ".yaml")


def rules_state(*paths: Path) -> str:
    """A hash of these files, and of all code and words in these folders: another after any change to them."""
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    read = [file.read_bytes() for file in files if file.suffix in RULES]
    return hashlib.sha256(b"\0".join(read)).hexdigest()[:16]
