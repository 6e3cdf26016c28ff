"""The passages' vectors in the catalogue, which are the true ones, and exact search over them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from ingest.catalogue.read import in_order
from ingest.records import Hit

Vectors = npt.NDArray[np.float32]

CHUNK = 8192
"""Rows scored at a time: 12 MB of 384 float32 values."""

OF_DOCUMENTS = """
SELECT passages.number, vectors.vector FROM passages JOIN vectors ON vectors.passage = passages.number
WHERE passages.document_id IN (SELECT value FROM json_each(?2)) AND passages.number > ?1
"""
# The + keeps SQLite from going through every document for the few new passages.
NEWER = OF_DOCUMENTS.replace("WHERE passages", "WHERE +passages")
NEWEST = "SELECT coalesce(max(passage), 0) FROM vectors"
NAMES = "SELECT number, id FROM passages WHERE number IN (SELECT value FROM json_each(?))"
OF_PASSAGES = """
SELECT passages.id, vectors.vector, passages.document_id
FROM passages JOIN vectors ON vectors.passage = passages.number
WHERE passages.id IN (SELECT value FROM json_each(?))
"""

Row = tuple[str, bytes]


def scores_of(rows: Vectors, vector: Vectors) -> npt.NDArray[np.float64]:
    """Inner products, each computed alone, so that a passage's score never depends on its company."""
    products = rows.astype(np.float64) * vector.astype(np.float64)
    scores: npt.NDArray[np.float64] = np.round(products.sum(axis=1), 6)
    return scores


def ranked(rows: Sequence[Row], vector: Vectors, limit: int) -> list[Hit]:
    """The best `limit` of some rows by exact score, ties by id."""
    if not rows:
        return []
    scores = scores_of(matrix([row[1] for row in rows]), vector)
    hits = [Hit(passage, float(score)) for (passage, _), score in zip(rows, scores, strict=True)]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:limit]


def exact(
    connection: sqlite3.Connection, vector: Vectors, documents: Iterable[str], limit: int, *, after: int = 0
) -> list[Hit]:
    """The best `limit` of every passage of the documents whose number is above `after`.

    A fast product keeps a few more than asked of each chunk; these are then scored exactly.
    """
    if connection.execute(NEWEST).fetchone()[0] <= after:
        return []
    cursor = connection.execute(NEWER if after else OF_DOCUMENTS, (after, json.dumps(list(documents))))
    kept: list[tuple[int, bytes]] = []
    while chunk := cursor.fetchmany(CHUNK):
        rough = matrix([row[1] for row in chunk]) @ vector.astype(np.float32)
        keep = min(limit + 16, len(chunk))
        kept += [chunk[i] for i in np.argpartition(-rough, keep - 1)[:keep]]
    names = dict(connection.execute(NAMES, (json.dumps([number for number, _ in kept]),)).fetchall())
    return ranked([(names[number], blob) for number, blob in kept], vector, limit)


def rescored(
    connection: sqlite3.Connection, candidates: Sequence[str], vector: Vectors, documents: Collection[str]
) -> list[Hit]:
    """Candidates with their exact scores, best first; those of other documents, or gone, fall out."""
    found = connection.execute(OF_PASSAGES, (json.dumps(list(candidates)),))
    rows = [(passage, blob) for passage, blob, document in found if document in documents]
    return ranked(rows, vector, len(rows))


def of_passages(connection: sqlite3.Connection, ids: Sequence[str]) -> Vectors:
    """Vectors in the order asked, shape (n, d). NotFoundError if a passage is no longer there."""
    rows = connection.execute(OF_PASSAGES, (json.dumps(list(ids)),))
    return matrix(in_order({passage: blob for passage, blob, _ in rows}, ids))


def similarities(connection: sqlite3.Connection, ids: Sequence[str], vector: Vectors) -> dict[str, float]:
    """Inner products with the vectors of those passages that have one, by passage id."""
    rows = connection.execute(OF_PASSAGES, (json.dumps(list(ids)),)).fetchall()
    if not rows:
        return {}
    scores = scores_of(matrix([row[1] for row in rows]), vector)
    return dict(zip((row[0] for row in rows), scores.tolist(), strict=True))


def wording_hash(wording: str) -> bytes:
    """By what an embedded string is known."""
    return hashlib.sha256(wording.encode()).digest()


def of_wordings(connection: sqlite3.Connection, wordings: Iterable[str]) -> dict[str, Vectors]:
    """The vectors (d,) of those strings that have been embedded for this library already."""
    found: dict[str, Vectors] = {}
    for wording in dict.fromkeys(wordings):
        asked = (wording_hash(wording),)
        row = connection.execute("SELECT vector FROM vectors WHERE wording = ? LIMIT 1", asked).fetchone()
        if row:
            found[wording] = matrix([row[0]])[0]
    return found


def after(connection: sqlite3.Connection, number: int) -> list[tuple[int, str, bytes]]:
    """(number, passage id, vector) of every passage numbered above `number`, in order."""
    return connection.execute(
        "SELECT passages.number, passages.id, vectors.vector FROM passages"
        " JOIN vectors ON vectors.passage = passages.number"
        " WHERE passages.number > ? ORDER BY passages.number",
        (number,),
    ).fetchall()


def count_after(connection: sqlite3.Connection, number: int) -> int:
    """How many passages are numbered above `number`."""
    row = connection.execute("SELECT count(*) FROM vectors WHERE passage > ?", (number,)).fetchone()
    return int(row[0])


def next_generation(connection: sqlite3.Connection) -> int:
    """A number for a generation that no generation has had."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'generations'").fetchone()
    return int(row[0]) + 1 if row else 1


def matrix(blobs: Sequence[bytes]) -> Vectors:
    """Stored vectors as one array, shape (n, d)."""
    if not blobs:
        return np.zeros((0, 0), np.float32)
    joined = np.frombuffer(b"".join(blobs), "<f4").reshape(len(blobs), -1)
    return joined.astype(np.float32, copy=False)
