"""Putting another reading in the place of a document's passages and vectors.

Every function runs inside the caller's transaction; the caller sees to the full text and the index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ingest.catalogue import read, waiting, write
from ingest.passage import Passage, embedded_text

Vector = npt.NDArray[np.float32]


def put_passages(connection: sqlite3.Connection, document_id: str, passages: Sequence[Passage]) -> None:
    """The same passages keep their numbers, since vectors and index know them by those."""
    asked = ("SELECT id FROM passages WHERE document_id = ? ORDER BY ordinal", (document_id,))
    if [row[0] for row in connection.execute(*asked)] == [passage.id for passage in passages]:
        for passage in passages:
            write.update_passage(connection, passage)
        return
    connection.execute("DELETE FROM passages WHERE document_id = ?", (document_id,))
    write.insert_rows(connection, document_id, passages)


def put_vectors(connection: sqlite3.Connection, document_id: str, before: dict[str, Vector]) -> None:
    """The vectors there were, by passage id; where one is missing, the whole document waits for its own."""
    title = connection.execute("SELECT title FROM documents WHERE id = ?", (document_id,)).fetchone()[0]
    passages = read.passages_stored(connection, document_id)
    connection.execute(
        "DELETE FROM vectors WHERE passage IN (SELECT number FROM passages WHERE document_id = ?)",
        (document_id,),
    )
    connection.execute("DELETE FROM unembedded WHERE document_id = ?", (document_id,))
    if before.keys() >= {passage.id for passage in passages}:
        wordings = {passage.id: embedded_text(title, passage) for passage in passages}
        found = {passage.id: before[passage.id] for passage in passages}
        waiting.settle(connection, document_id, found, wordings)
    else:
        waiting.wait(connection, document_id, len(passages))


def vectors(connection: sqlite3.Connection, document_id: str) -> dict[str, Vector]:
    """The vectors (d,) of a document that there are, by passage id."""
    rows = connection.execute(
        "SELECT id, vector FROM passages JOIN vectors ON passage = number WHERE document_id = ?",
        (document_id,),
    )
    return {name: np.frombuffer(vector, "<f4") for name, vector in rows}
