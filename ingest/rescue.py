"""Rescue: a library that was being replaced from a backup when the program was stopped.

Replacing takes two renames, and between them there is no library under its name. The old one is whole until
the new one has its place, so it goes back.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from ingest.catalogue.connect import CATALOGUE

ASIDE, BEFORE = ".restoring", ".before-restore"
"""What is put after a library's name while it is unpacked, and while it is being replaced."""


def aside_of(folder: Path) -> Path:
    """Where a library is unpacked before it takes its place."""
    return folder.with_name(folder.name + ASIDE)


def before_of(folder: Path) -> Path:
    """Where the library that is replaced stands meanwhile."""
    return folder.with_name(folder.name + BEFORE)


def rescue(folder: Path) -> bool:
    """Put the old library back where there is none; whether that was needed. OSError."""
    before = before_of(folder)
    if (folder / CATALOGUE).exists() or not (before / CATALOGUE).is_file():
        return False
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
    before.rename(folder)
    return True


def sweep_beside(folder: Path) -> None:
    """Remove what an interrupted replacing has left beside the library. The caller holds the writer lock,
    as whoever replaces it does.
    """
    for left in (aside_of(folder), before_of(folder)):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
