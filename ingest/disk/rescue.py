"""Rescue: a library that was being replaced from a backup when the program was stopped.

Replacing takes two renames, and between them there is no library under its name. The old one is whole until
the new one has its place, so it goes back.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from ingest.catalogue.connect import CATALOGUE
from ingest.errors import SettingsError

ASIDE, BEFORE = ".restoring", ".before-restore"
"""What is put after a library's name while it is unpacked, and while it is being replaced."""

MARK = "being-replaced"
"""Lies in both: a folder of such a name without it is somebody else's, and is never removed."""


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
    (folder / MARK).unlink(missing_ok=True)
    return True


def sweep_beside(folder: Path) -> None:
    """Remove what an interrupted replacing left beside the library. The caller holds the writer lock."""
    for left in (aside_of(folder), before_of(folder)):
        remove_marked(left)
    if not folder.name.endswith((ASIDE, BEFORE)):
        (folder / MARK).unlink(missing_ok=True)


def remove_marked(place: Path) -> None:
    """Remove a folder of ours, the mark last: what a kill or an open file leaves can be removed again."""
    with suppress(OSError):
        if (place / MARK).exists():
            for inside in place.iterdir():
                if inside.is_dir():
                    shutil.rmtree(inside)
                elif inside.name != MARK:
                    inside.unlink(missing_ok=True)
            (place / MARK).unlink()
        if place.is_dir() and not any(place.iterdir()):
            place.rmdir()


def make_way(place: Path) -> None:
    """Remove what an interrupted replacing has left at a place. SettingsError where it is somebody else's."""
    remove_marked(place)
    if place.exists():
        raise SettingsError(
            f"{place} is in the way: restoring needs a folder of that name.", "Move it elsewhere."
        )
