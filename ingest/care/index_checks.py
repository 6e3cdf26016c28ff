"""Checks of the vector index: whether the generation in use holds the vectors of the catalogue."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ingest.care.fault import Fault
from ingest.catalogue import stored_vectors
from ingest.index import vectors
from ingest.index.index import current

PART = "vector index"


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
