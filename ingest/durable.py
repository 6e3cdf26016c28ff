"""Making what was written last: a file or a folder's names are on the disk when these return."""

from __future__ import annotations

import os
from pathlib import Path


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
