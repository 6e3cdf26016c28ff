"""Backup scratch: where a backup is being written, noted in the library so that what a kill leaves is found.

The folder lies beside the backup's file, to be on the same disk, and the next backup or the next to write to
the library clears it away: by the note and the files' names, so that nobody else's file is ever touched.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.catalogue.connect import CATALOGUE
from ingest.disk.durable import sync_file, sync_folder
from ingest.errors import LibraryBusyError

LOCK, NOTE = "backup.lock", "backup.json"
PREFIX = ".scrutiny-backup-"
WRITTEN = "backup.zip"

WAIT = 2.0
"""Seconds that a backup waits for a sweep, which takes a moment, to end."""

OURS = (WRITTEN, CATALOGUE, *(f"{CATALOGUE}{end}" for end in ("-journal", "-wal", "-shm")))
"""All that is ever put there."""


@contextmanager
def backup_scratch(library: Path, beside: Path) -> Iterator[Path]:
    """A new folder in `beside` for a moment. LibraryBusyError where the library is backed up already."""
    place = beside.absolute() / f"{PREFIX}{secrets.token_hex(8)}"
    with _one_at_a_time(library, WAIT) as writable:
        if writable:
            _note(library, [*_cleared(library), place])
        place.mkdir(mode=0o700)
        try:
            yield place
        finally:
            _clear(place)
            if writable:
                _note(library, _cleared(library))


def sweep_backup(library: Path) -> None:
    """Remove what a killed backup has left; one that is being taken is let be."""
    if not (library / NOTE).exists():
        return
    try:
        with _one_at_a_time(library, 0):
            _note(library, _cleared(library))
    except LibraryBusyError:
        return


@contextmanager
def _one_at_a_time(library: Path, seconds: float) -> Iterator[bool]:
    """Whether the library can be written to: where it cannot, there is no lock and no note.

    LibraryBusyError where after so many seconds another is still at it.
    """
    lock = FileLock(library / LOCK, timeout=seconds)
    try:
        lock.acquire()
    except Timeout:
        raise LibraryBusyError(
            f"A backup of the library in {library} is being taken.", "Wait until it has finished."
        ) from None
    except OSError:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _cleared(library: Path) -> list[Path]:
    """Clear the folders noted; those that are out of reach now, as on a disk taken out, stay noted."""
    try:
        noted = [Path(name) for name in json.loads((library / NOTE).read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return []
    ours = [place for place in noted if place.name.startswith(PREFIX)]
    for place in ours:
        _clear(place)
    return [place for place in ours if not place.parent.is_dir()]


def _clear(place: Path) -> None:
    """Remove our files and the folder, unless something else lies in it."""
    try:
        for name in OURS:
            (place / name).unlink(missing_ok=True)
        place.rmdir()
    except OSError:
        return  # what is left can be seen and holds none of our files, or cannot be reached


def _note(library: Path, places: Sequence[Path]) -> None:
    note = library / NOTE
    if not places:
        note.unlink(missing_ok=True)
        return
    note.write_text(json.dumps([str(place) for place in places]), encoding="utf-8")
    sync_file(note)
    sync_folder(library)
