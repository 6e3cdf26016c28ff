"""Making what was written last: a file or a folder's names are on the disk when these return."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

UNFINISHED = ".scrutiny-part"
"""Ends the name of a file that is being written outside the library."""


def sync_file(file: Path) -> None:
    """Have the system write a file's bytes out."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Every file below a folder, and the folders' own names."""
    for place in sorted(folder.rglob("*")):
        if place.is_file():
            sync_file(place)
        elif place.is_dir():
            sync_folder(place)
    sync_folder(folder)


def put_whole(file: Path, data: bytes) -> None:
    """Write a file such that its name stands for the whole of it or for what was there before. OSError.

    What a kill leaves beside it goes with the next writing of the file. A device or a pipe is written to.
    """
    if file.exists() and not file.is_file():
        file.write_bytes(data)
        return
    place = file.resolve()
    part = place.with_name(f".{place.name}{UNFINISHED}")
    try:
        part.write_bytes(data)
        sync_file(part)
        if place.exists():
            shutil.copymode(place, part)
        os.replace(part, place)
    finally:
        part.unlink(missing_ok=True)
