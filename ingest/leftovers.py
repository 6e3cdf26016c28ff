"""Leftovers: what of a document may lie in a library's folder beside the catalogue and its own stores."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.failures import Failures
from ingest.records import DocumentRecord

INCOMING = "incoming"
"""Files sent to the service lie here until they are read; after a kill they stay."""

SCRATCH = "scratch"
"""Files that are read by a path of their own for a moment; never the system's folder for such files, where a
kill would leave them for good.
"""


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A folder for a moment, within the library's. The caller holds the writer lock."""
    (folder / SCRATCH).mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder / SCRATCH) as place:
        yield Path(place)


def sweep(folder: Path) -> None:
    """Remove what a kill has left in the scratch folder. The caller holds the writer lock."""
    if (folder / SCRATCH).is_dir():
        shutil.rmtree(folder / SCRATCH, ignore_errors=True)


def forget(folder: Path, records: Collection[DocumentRecord]) -> None:
    """Before documents are erased: remove files with their bytes that were sent and left, and notes of
    failures that name them.
    """
    hashes = {record.sha256 for record in records}
    for file in [*(folder / INCOMING).rglob("*")]:
        if file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() in hashes:
            file.unlink(missing_ok=True)
    Failures(folder).forget({record.source for record in records})
