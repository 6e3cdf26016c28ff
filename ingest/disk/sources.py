"""The original files, kept by the hash of their bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from pathlib import Path

from ingest.disk.durable import sync_folder
from ingest.disk.steps import step
from ingest.errors import LibraryDamagedError

SOURCES = "sources"
UNFINISHED = ".part"


def keep(folder: Path, sha256: str, data: bytes) -> Path:
    """Store an original so that it is either wholly there or not at all, also after a power cut."""
    place = folder / SOURCES / sha256
    if place.exists() and place.stat().st_size == len(data):
        return place
    place.parent.mkdir(exist_ok=True)
    part = place.with_suffix(UNFINISHED)
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    step("source written")
    part.replace(place)
    sync_folder(place.parent)
    step("source named")
    return place


def read_original(folder: Path, sha256: str) -> bytes:
    """The bytes kept under this hash. LibraryDamagedError where they are gone or are others."""
    try:
        data = (folder / SOURCES / sha256).read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise LibraryDamagedError(
            "The stored original of this document is missing or has changed.",
            "Ingest the document again from where you keep it.",
        )
    return data


def sweep(folder: Path, wanted: Collection[str]) -> list[str]:
    """Remove originals that no document needs (left by a kill, or of a document just removed)."""
    stored = folder / SOURCES
    stray = [file for file in stored.iterdir() if file.name not in wanted] if stored.is_dir() else []
    for file in stray:
        file.unlink(missing_ok=True)
    return sorted(file.name for file in stray)
