"""Uploads: files that are sent along, under names that cannot lead anywhere else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from fastapi import UploadFile

LONGEST = 120
"""Characters of a name that are kept; file systems allow 255 bytes."""

_UNUSUAL = re.compile(r"[^\w .()&,'-]+")


def safe_name(name: str | None) -> str:
    """The last part of a name with nothing in it that a file system might act upon."""
    last = re.split(r"[/\\]", name or "")[-1]
    plain = _UNUSUAL.sub("_", last).strip(" .")
    stem, dot, suffix = plain.rpartition(".")
    return f"{stem[:LONGEST]}.{suffix[:10]}" if dot else plain[:LONGEST] or "document.txt"


def saved(file: UploadFile, folder: Path) -> Path:
    """Where the upload now lies, within `folder`."""
    place = folder / safe_name(file.filename)
    with place.open("wb") as target:
        shutil.copyfileobj(file.file, target)
    return place
