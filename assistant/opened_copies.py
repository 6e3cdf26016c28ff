"""Opened copies: originals that were copied out of the library for another program to show."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

_PREFIX = "scrutiny-"


def folder_of_copies() -> Path:
    """A new folder for copies; whoever asks for it deletes it."""
    return Path(tempfile.mkdtemp(prefix=_PREFIX))


def copy_name(sha256: str) -> str:
    """The name under which an original is copied."""
    return f"{sha256[:16]}.pdf"


def forget_copies(hashes: Iterable[str]) -> None:
    """Delete the copies of these originals, also those that an app which was killed has left."""
    for sha256 in hashes:
        for copy in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{copy_name(sha256)}"):
            copy.unlink(missing_ok=True)
            if not any(copy.parent.iterdir()):
                shutil.rmtree(copy.parent, ignore_errors=True)
