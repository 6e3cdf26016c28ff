"""Checks of the catalogue: SQLite's own, the tables' definitions, the seals, and what refers to what."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import numpy as np

from ingest.care.fault import Fault, Repair
from ingest.catalogue import read, schema, seals
from ingest.catalogue.erase import PENDING

PART = "catalogue"
GONE = "A document is gone without having been erased."
UNIT = 1e-3
"""A vector's length may differ from 1 by so much: models round."""


def file_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """What SQLite itself finds in its file, its indexes and its references."""
    for (told,) in connection.execute("PRAGMA integrity_check(20)"):
        if told != "ok":
            of_index = "index" in told or "missing from" in told
            yield Fault(PART, "catalogue.db", told, "reindex" if of_index else "none")
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(PART, str(table), "A row refers to one that is not there.", "read")


def schema_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Tables, indexes, views and triggers that are not as this version of the program makes them."""
    there, wanted = _definitions(connection), _definitions(_fresh())
    for name in sorted(there.keys() | wanted.keys()):
        if there.get(name) != wanted.get(name):
            how = (
                "is missing" if name not in there else "does not belong" if name not in wanted else "differs"
            )
            of_table = (wanted.get(name) or there.get(name, "")).startswith(
                ("CREATE TABLE", "CREATE VIRTUAL")
            )
            yield Fault(PART, name, f"The definition of {name} {how}.", "none" if of_table else "define")


def word_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Whether the full text agrees with the passages. The caller holds the writer lock."""
    try:
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield Fault("full text", "words", f"It does not agree with the passages ({error}).", "words")


def seal_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """What was changed without the program: whatever differs from its seal."""
    waiting = {row[0] for row in connection.execute("SELECT document_id FROM unsealed")}
    stored = [row[0] for row in connection.execute("SELECT id FROM documents ORDER BY id")]
    sealed = {row[0] for row in connection.execute("SELECT DISTINCT document_id FROM seals")}
    for document_id in stored:
        kept = seals.kept(connection, document_id)
        if document_id in waiting and not kept:
            continue
        for part, digest in seals.digests(connection, document_id).items():
            if kept.get(part) != digest:
                yield Fault(PART, document_id, f"Its {part} changed without the program.", _mends(part))
    for document_id in seals.lost(connection):
        yield Fault(PART, document_id, GONE)
    of_library = seals.kept(connection, seals.LIBRARY)
    if (of_library or sealed) and of_library != {"rest": seals.digest_of_rest(connection)}:
        yield Fault(PART, "library", "The library's own records changed without the program.", "reseal")


def text_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Documents that do not hold together: pages and passages beside their text."""
    for document_id, text in connection.execute(
        "SELECT id, text FROM documents LEFT JOIN contents ON document_id = id ORDER BY id"
    ).fetchall():
        if text is None:
            yield Fault(PART, document_id, "The document has no text.", "read")
        elif not all(map(_fits(text), _slices(connection, document_id))):
            yield Fault(PART, document_id, "A page or passage does not stand in the text.", "read")


def vector_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Vectors of no use: of another length than the rest, not finite, or not normalised."""
    sizes: dict[int, int] = {}
    for number, document_id, vector in connection.execute(
        "SELECT number, document_id, vector FROM vectors JOIN passages ON number = passage ORDER BY number"
    ):
        sizes[len(vector)] = sizes.get(len(vector), 0) + 1
        usual = max(sizes, key=lambda size: sizes[size])
        values = np.frombuffer(vector, "<f4") if len(vector) % 4 == 0 else np.zeros(0, np.float32)
        if len(vector) != usual or not np.isfinite(values).all() or abs(np.linalg.norm(values) - 1) > UNIT:
            yield Fault(PART, document_id, f"The vector of passage {number} is of no use.", "read")


def notes(connection: sqlite3.Connection) -> Iterator[str]:
    """What is unfinished and harmless."""
    row = connection.execute(
        "SELECT count(*) FROM passages WHERE number NOT IN (SELECT passage FROM vectors)"
    ).fetchone()
    if row[0]:
        yield f"{row[0]} passages wait for their vectors: ingest again to finish them."
    if read.meta(connection, PENDING):
        yield "An erasure is not finished: close every other program that reads, then run optimize."


def _definitions(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: " ".join(sql.split()) for name, sql in rows}


def define(connection: sqlite3.Connection, name: str) -> None:
    """Make a trigger, index or view as this program does, or drop one that it does not know."""
    for held, keep in ((connection, False), (_fresh(), True)):
        row = held.execute("SELECT type, sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        if row and keep:
            connection.execute(row[1])
        elif row:
            # the name is the catalogue's own, quoted
            connection.execute(f'DROP {row[0]} "{name}"')


def _fresh() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(connection)
    return connection


def _mends(part: str) -> Repair:
    return "read" if part in ("text", "passages", "vectors") else "reseal"


def _slices(connection: sqlite3.Connection, document_id: str) -> list[tuple[int, int, str | None]]:
    passages = connection.execute(
        'SELECT start, "end", text FROM passages WHERE document_id = ?', (document_id,)
    ).fetchall()
    pages = connection.execute(
        'SELECT start, "end", NULL FROM pages WHERE document_id = ?', (document_id,)
    ).fetchall()
    return [*passages, *pages]


class _fits:  # noqa: N801 - used as a function
    """Whether a slice stands in a text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self, piece: tuple[int, int, str | None]) -> bool:
        start, end, words = piece
        return 0 <= start <= end <= len(self._text) and words in (None, self._text[start:end])
