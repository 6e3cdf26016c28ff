"""Optimize: bring the vector index up to date, and give back the space that was freed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ingest.catalogue import erase
from ingest.library import Library


@dataclass(frozen=True, slots=True)
class OptimizeReport:
    """Bytes of the library's folder before and after, and whether no erasure is left unfinished."""

    before: int
    after: int
    complete: bool


def optimize(library: Library) -> OptimizeReport:
    """Finish erasures, build the index anew, merge the full text, rewrite the file. LibraryBusyError."""
    before = size_of(library.folder)
    with library.writing():
        library.refresh_index(always=True)
        complete = erase.rewrite(library._here()) and library._index.alone(library._here())
    return OptimizeReport(before, size_of(library.folder), complete)


def size_of(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
