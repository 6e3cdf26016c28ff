"""Seals: a digest of everything the catalogue says, renewed in the transaction that changes it.

SQLite notices a torn page and a broken index, but no changed letter. `verify` compares what is stored with
its seal. Triggers note which documents a transaction touches, so that whatever writes, nothing is forgotten.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

LIBRARY = ""
"""In place of a document's id: everything that belongs to no document."""

_TOUCHED = (
    ("documents", "id"),
    ("contents", "document_id"),
    ("pages", "document_id"),
    ("passages", "document_id"),
    ("paths", "document_id"),
)

# An outer statement's ON CONFLICT would override the trigger's, so the note looks for itself first.
_TRIGGER = """CREATE TRIGGER {table}_{event}_{row} AFTER {event} ON {table} BEGIN
  INSERT INTO unsealed SELECT {touched} AS id FROM {source}
  WHERE NOT EXISTS (SELECT 1 FROM unsealed WHERE document_id = {touched}){more};
END;"""
_EVENTS = (("INSERT", "NEW"), ("UPDATE", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))


def _triggers() -> str:
    """A note of the document for every change of a row of its own, and of its passages' vectors."""
    own = [
        _TRIGGER.format(
            table=table, event=event, row=row, touched=f"{row}.{column}", source="(SELECT 1)", more=""
        )
        for table, column in _TOUCHED
        for event, row in _EVENTS
    ]
    vectors = [
        _TRIGGER.format(
            table="vectors",
            event=event,
            row=row,
            touched="passages.document_id",
            source="passages",
            more=f" AND passages.number = {row}.passage",
        )
        for event, row in _EVENTS
    ]
    return "\n".join(own + vectors)


TABLES = f"""
ALTER TABLE documents ADD COLUMN removed TEXT;
CREATE TABLE erasures (digest TEXT PRIMARY KEY, erased TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE seals (
  document_id TEXT NOT NULL, part TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (document_id, part)
) WITHOUT ROWID;
CREATE TABLE unsealed (document_id TEXT PRIMARY KEY) WITHOUT ROWID;
{_triggers()}
INSERT INTO unsealed SELECT id FROM documents;
"""  # noqa: S608 - names of this file only

PARTS = {
    "record": ("SELECT * FROM documents WHERE id = ?",),
    "paths": ("SELECT * FROM paths WHERE document_id = ? ORDER BY origin",),
    "text": (
        "SELECT * FROM contents WHERE document_id = ?",
        "SELECT * FROM pages WHERE document_id = ? ORDER BY ordinal",
    ),
    "passages": ("SELECT * FROM passages WHERE document_id = ? ORDER BY ordinal",),
    "vectors": (
        "SELECT vectors.* FROM passages JOIN vectors ON vectors.passage = passages.number"
        " WHERE document_id = ? ORDER BY ordinal",
    ),
}
"""What each of a document's seals covers."""

_OF_DOCUMENTS = frozenset(("documents", "contents", "pages", "passages", "paths", "vectors"))
_NOT_SEALED = frozenset(("seals", "unsealed"))


@dataclass(frozen=True)
class Broken:
    """What a transaction finds broken as it begins: it must not seal what others have changed.

    Of the `documents`, those `gone` are no longer there.
    """

    documents: frozenset[str]
    rest: bool
    gone: frozenset[str] = frozenset()


def broken(connection: sqlite3.Connection) -> Broken:
    """What was touched or changed by others than this program's transactions."""
    if not there(connection):
        return Broken(frozenset(), False)
    # With IN, SQLite would go through every seal.
    noted = connection.execute(
        "SELECT document_id, EXISTS (SELECT 1 FROM documents WHERE id = unsealed.document_id) FROM unsealed"
        " WHERE EXISTS (SELECT 1 FROM seals WHERE seals.document_id = unsealed.document_id)"
    ).fetchall()
    rest = kept(connection, LIBRARY).get("rest")
    other = rest is not None and rest != digest_of_rest(connection)
    gone = frozenset(document for document, there_still in noted if not there_still)
    return Broken(frozenset(document for document, _ in noted), other, gone)


def renew(connection: sqlite3.Connection, before: Broken) -> None:
    """Seal what the open transaction has changed; a library from before there were seals is left alone.

    What was `broken` before it stays so, unless its seals were taken away or it takes the document out.
    """
    if not there(connection):
        return
    for (document_id,) in connection.execute("SELECT document_id FROM unsealed").fetchall():
        there_still = connection.execute("SELECT 1 FROM documents WHERE id = ?", (document_id,)).fetchone()
        if there_still and document_id in before.documents and kept(connection, document_id):
            continue
        if not there_still and document_id in before.gone:
            continue
        connection.execute("DELETE FROM seals WHERE document_id = ?", (document_id,))
        connection.execute("DELETE FROM unsealed WHERE document_id = ?", (document_id,))
        if there_still:
            _keep(connection, document_id, digests(connection, document_id))
    if not (before.rest and kept(connection, LIBRARY)):
        _keep(connection, LIBRARY, {"rest": digest_of_rest(connection)})


def lost(connection: sqlite3.Connection) -> list[str]:
    """The documents that are sealed and no longer there: gone without having been erased."""
    return [
        row[0]
        for row in connection.execute(
            "SELECT DISTINCT document_id FROM seals WHERE document_id <> ''"
            " AND document_id NOT IN (SELECT id FROM documents) ORDER BY document_id"
        )
    ]


def release(connection: sqlite3.Connection, document_id: str) -> None:
    """Take a document's seals (or the library's) away, so that the open transaction makes new ones."""
    connection.execute("DELETE FROM seals WHERE document_id = ?", (document_id,))
    if document_id != LIBRARY:
        connection.execute("INSERT OR IGNORE INTO unsealed VALUES (?)", (document_id,))


def there(connection: sqlite3.Connection) -> bool:
    """Whether the library has seals."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'unsealed'").fetchone()
    return found is not None


def digests(connection: sqlite3.Connection, document_id: str) -> dict[str, bytes]:
    """The digest of each part of a document as it is stored now."""
    return {
        part: _digest(row for query in queries for row in connection.execute(query, (document_id,)))
        for part, queries in PARTS.items()
    }


def digest_of_rest(connection: sqlite3.Connection) -> bytes:
    """The digest of every table that belongs to no document."""
    return _digest(
        row
        for table in _rest(connection)
        # the name is one of this catalogue's tables, never the caller's text
        for row in ((table,), *sorted(connection.execute(f'SELECT * FROM "{table}"'), key=repr))  # noqa: S608
    )


def kept(connection: sqlite3.Connection, document_id: str) -> dict[str, bytes]:
    """The seals of a document, or of `LIBRARY`, by part."""
    rows = connection.execute("SELECT part, digest FROM seals WHERE document_id = ?", (document_id,))
    return dict(rows.fetchall())


def _rest(connection: sqlite3.Connection) -> list[str]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [
        name
        for (name,) in names
        if name not in _OF_DOCUMENTS | _NOT_SEALED and not name.startswith(("sqlite_", "words"))
    ]


def _keep(connection: sqlite3.Connection, document_id: str, found: dict[str, bytes]) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO seals VALUES (?, ?, ?)",
        [(document_id, part, digest) for part, digest in found.items()],
    )


def _digest(rows: Iterable[tuple[object, ...]]) -> bytes:
    """SHA-256 over values with their types and lengths, so that none can pass for another."""
    total = hashlib.sha256()
    for row in rows:
        for value in row:
            data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
            total.update(f"{type(value).__name__}{len(data)}:".encode())
            total.update(data)
        total.update(b";")
    return total.digest()
