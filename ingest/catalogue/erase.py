"""Erasing for good: what SQLite needs so that no deleted word survives in its file."""

from __future__ import annotations

import sqlite3

from ingest.catalogue import read, write

PENDING = "erasure"
"""The fact that rows were deleted and the file not yet cleaned; it outlives a kill."""


def clean(connection: sqlite3.Connection) -> bool:
    """Finish a pending erasure; False where a reader still holds the old state, so that it stays pending.

    The full text keeps deleted words until its parts are merged, the file keeps free pages until it is
    rewritten, and the log keeps both until it is folded back.
    """
    if read.meta(connection, PENDING) is None:
        return True
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.execute("VACUUM")
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        return False
    write.set_meta(connection, PENDING, None)
    return True
