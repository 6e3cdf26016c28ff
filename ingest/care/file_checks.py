"""Checks of the files beside the catalogue: originals, token vectors, derived facts, and strays."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from ingest.care.fault import Fault
from ingest.catalogue import stored_vectors
from ingest.disk.backup_scratch import LOCK as BACKUP_LOCK
from ingest.disk.backup_scratch import NOTE as BACKUP_NOTE
from ingest.disk.derived_store import DERIVED, is_whole, owners_of
from ingest.disk.failures import FAILURES
from ingest.disk.leftovers import INCOMING, INCOMING_LOCK, SCRATCH
from ingest.disk.rescue import MARK
from ingest.disk.sources import SOURCES
from ingest.disk.token_store import TOKENS, token_fault
from ingest.index import vectors
from ingest.index.index import current
from ingest.index.vectors import VECTORS

KNOWN = frozenset(
    (
        *("catalogue.db", "catalogue.db-wal", "catalogue.db-shm", "write.lock", "writer.json"),
        *("keys.json", FAILURES, BACKUP_LOCK, BACKUP_NOTE, MARK),
        *(SOURCES, TOKENS, DERIVED, VECTORS, INCOMING, INCOMING_LOCK, SCRATCH, "built-for-eval"),
    )
)
"""What may lie in a library's folder."""

PART = "vector index"


def source_faults(folder: Path, sources: Mapping[str, str], *, deep: bool) -> Iterator[Fault]:
    """Originals (document ids by hash) that are missing or changed, and files that belong to no document."""
    stored = folder / SOURCES
    for sha256, document_id in sorted(sources.items()):
        file = stored / sha256
        if not file.is_file():
            yield Fault("originals", document_id, "The original file is missing.", "original")
        elif file.stat().st_size == 0 or (deep and _hash(file) != sha256):
            yield Fault("originals", document_id, "The original file was changed.", "original")
    for file in _inside(stored):
        if file.name not in sources:
            yield Fault("originals", f"{SOURCES}/{file.name}", "It belongs to no document.", "sweep")


def token_faults(folder: Path, documents: Mapping[str, frozenset[str]], *, deep: bool) -> Iterator[Fault]:
    """Token vectors that are damaged or belong to no document; `documents` are passage ids by document id."""
    for name in sorted({file.name.split(".")[0] for file in _inside(folder / TOKENS)}):
        if name not in documents:
            yield Fault("token vectors", f"{TOKENS}/{name}", "They belong to no document.", "sweep")
        elif told := token_fault(folder, name, documents[name], deep=deep):
            yield Fault("token vectors", name, told, "recompute")


def derived_faults(folder: Path, documents: Mapping[str, object]) -> Iterator[Fault]:
    """Derived facts that are damaged or belong to no document; unfinished ones are no fault."""
    for file in _inside(folder / DERIVED):
        if file.suffix == ".part":
            continue
        if not owners_of(file.name) <= documents.keys():
            yield Fault("derived facts", f"{DERIVED}/{file.name}", "They belong to no document.", "sweep")
        elif not _is_whole(file):
            yield Fault("derived facts", f"{DERIVED}/{file.name}", "The file was changed.", "recompute")


def stray_faults(folder: Path) -> Iterator[Fault]:
    """Files and folders that the program did not put there; they are never deleted by a repair."""
    for place in sorted(folder.iterdir()):
        if place.name not in KNOWN:
            yield Fault("folder", place.name, "It does not belong in a library's folder: move it elsewhere.")


def _inside(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _is_whole(file: Path) -> bool:
    try:
        return is_whole(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return False


def index_faults(connection: sqlite3.Connection, folder: Path, *, deep: bool) -> Iterator[Fault]:
    """A missing, damaged or disagreeing generation, and folders of others."""
    kept = current(connection)
    for other in vectors.others(folder, kept.number if kept else None):
        yield Fault(PART, f"vectors/{other.name}", "It belongs to no index in use.", "sweep")
    if kept is None:
        return
    rows = [row for row in stored_vectors.after(connection, 0) if row[0] <= kept.through]
    where = f"vectors/{kept.number}"
    if len(rows) != kept.passages:
        yield Fault(PART, where, "The catalogue counts other passages in it than it has.", "index")
    elif told := vectors.fault_of(
        folder,
        kept.number,
        [row[1] for row in rows],
        stored_vectors.matrix([row[2] for row in rows]),
        deep=deep,
    ):
        yield Fault(PART, where, told, "index")
