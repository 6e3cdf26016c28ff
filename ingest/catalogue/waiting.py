"""Documents that are in, and found by their words, whose passages wait for their vectors.

Every function that writes runs inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ingest.catalogue.stored_vectors import wording_hash

TABLE = """
CREATE TABLE unembedded (
  document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE, passages INTEGER NOT NULL
) WITHOUT ROWID;
"""

IN_ORDER = """
SELECT document_id FROM unembedded
ORDER BY (SELECT min(number) FROM passages WHERE passages.document_id = unembedded.document_id)
"""
FIRST = "SELECT min(number) FROM passages WHERE document_id IN (SELECT document_id FROM unembedded)"


def wait(connection: sqlite3.Connection, document_id: str, passages: int) -> None:
    """Note that a document's passages have no vectors yet."""
    if passages:
        connection.execute("INSERT INTO unembedded VALUES (?, ?)", (document_id, passages))


def waiting(connection: sqlite3.Connection) -> list[str]:
    """The documents that wait, in the order in which they came in."""
    return [row[0] for row in connection.execute(IN_ORDER)]


def passages_waiting(connection: sqlite3.Connection) -> int:
    """How many passages wait."""
    return int(connection.execute("SELECT coalesce(sum(passages), 0) FROM unembedded").fetchone()[0])


def first_waiting(connection: sqlite3.Connection) -> int | None:
    """The number of the first passage that waits."""
    row = connection.execute(FIRST).fetchone()
    return None if row[0] is None else int(row[0])


def settle(
    connection: sqlite3.Connection,
    document_id: str,
    vectors: dict[str, npt.NDArray[np.float32]],
    wordings: dict[str, str],
) -> None:
    """Store the vectors (d,) of a document's passages, and what was embedded, both by passage id."""
    asked = (json.dumps(list(vectors)),)
    numbers: Sequence[tuple[int, str]] = connection.execute(
        "SELECT number, id FROM passages WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number", asked
    ).fetchall()
    connection.executemany(
        "INSERT INTO vectors VALUES (?, ?, ?)",
        [
            (number, vectors[name].astype("<f4").tobytes(), wording_hash(wordings[name]))
            for number, name in numbers
        ],
    )
    connection.execute("DELETE FROM unembedded WHERE document_id = ?", (document_id,))
