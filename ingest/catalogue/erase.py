"""Erasing for good: what SQLite needs so that no deleted word survives in its file."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable

from ingest.catalogue import read, write
from ingest.catalogue.connect import transaction
from ingest.disk.steps import step

PENDING = "erasure"
"""The fact that rows were deleted and the file not yet cleaned; it outlives a kill."""


def clean(connection: sqlite3.Connection) -> bool:
    """Finish a pending erasure; False where a reader still holds the old state, so that it stays pending.

    The full text keeps deleted words until its parts are merged, the file keeps free pages until it is
    rewritten, and the log keeps both until it is folded back.
    """
    return read.meta(connection, PENDING) is None or rewrite(connection)


def rewrite(connection: sqlite3.Connection) -> bool:
    """Merge the full text and rewrite the file; what was erased is then gone, unless a reader holds it."""
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    step("words merged")
    connection.execute("VACUUM")
    step("file rewritten")
    if not fold_log(connection):
        return False
    step("log folded back")
    if read.meta(connection, PENDING) is not None:
        with transaction(connection):
            write.set_meta(connection, PENDING, None)
    return True


def fold_log(connection: sqlite3.Connection) -> bool:
    """Copy the log into the file and empty it; False where a reader still needs it."""
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


def mark_of(sha256: str) -> str:
    """By what an erased document is known again, though not who it was: a hash of its hash."""
    return hashlib.sha256(f"erased {sha256}".encode()).hexdigest()


def record(connection: sqlite3.Connection, sha256: str, when: str) -> None:
    """Note the erasure, so that a backup from before it does not bring the document back."""
    connection.execute("INSERT OR REPLACE INTO erasures VALUES (?, ?)", (mark_of(sha256), when))


def unrecord(connection: sqlite3.Connection, sha256: str) -> None:
    """Forget the erasure of a document that was deliberately added again."""
    connection.execute("DELETE FROM erasures WHERE digest = ?", (mark_of(sha256),))


def marks(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """All erasures: (mark, when)."""
    return connection.execute("SELECT digest, erased FROM erasures ORDER BY digest").fetchall()


def add_marks(connection: sqlite3.Connection, found: Iterable[tuple[str, str]]) -> None:
    """Take over another library's erasures."""
    connection.executemany("INSERT OR IGNORE INTO erasures VALUES (?, ?)", list(found))
