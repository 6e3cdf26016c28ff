"""Leftovers: what of a document may lie in a library's folder beside the catalogue and its own stores."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.disk.failures import Failures
from ingest.records import DocumentRecord

INCOMING, INCOMING_LOCK = "incoming", "incoming.lock"
"""Files sent to the service lie here until they are read, and are its own while it holds the lock."""

WAIT = 0.5
"""Seconds that a service waits for a sweep, which takes a moment, to end."""

SCRATCH = "scratch"
"""Files read by a path of their own for a moment; in the system's own folder a kill would leave them."""


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A folder for a moment, within the library's. The caller holds the writer lock."""
    (folder / SCRATCH).mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder / SCRATCH) as place:
        yield Path(place)


class Incoming:
    """The place of files sent to a service: its own from the first of them until it ends, however it ends."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._lock = FileLock(library / INCOMING_LOCK, timeout=WAIT, thread_local=False)

    def place(self, name: str) -> Path:
        """A folder for files, which stay until the service takes them away or has ended."""
        folder = self._library / INCOMING / name
        self._library.mkdir(parents=True, exist_ok=True)
        if not self._lock.is_locked:
            with suppress(Timeout):  # another service of this library holds it for both
                self._lock.acquire()
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def close(self) -> None:
        """Whoever writes next may clear it."""
        self._lock.release()


def sweep(folder: Path) -> None:
    """Remove what a kill left in the scratch folder or an ended service was sent. Under the writer lock."""
    if (folder / SCRATCH).is_dir():
        shutil.rmtree(folder / SCRATCH, ignore_errors=True)
    if (folder / INCOMING).is_dir():
        try:
            with FileLock(folder / INCOMING_LOCK, timeout=0):
                shutil.rmtree(folder / INCOMING, ignore_errors=True)
        except (Timeout, OSError):
            return


def forget(folder: Path, records: Collection[DocumentRecord]) -> None:
    """Before documents are erased: remove sent files with their bytes, and failures that name them."""
    hashes = {record.sha256 for record in records}
    for file in [*(folder / INCOMING).rglob("*")]:
        if file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() in hashes:
            file.unlink(missing_ok=True)
    Failures(folder).forget({record.source for record in records})
