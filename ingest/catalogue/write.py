"""Writing the catalogue. Every function runs inside the caller's transaction."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from ingest.catalogue import read, waiting
from ingest.catalogue.forget import forget
from ingest.catalogue.schema import EMPTY_VERSION
from ingest.catalogue.stored_vectors import wording_hash
from ingest.document import Document
from ingest.errors import SettingsError
from ingest.passage import Passage
from ingest.records import Status

EDITABLE = ("title", "kind", "organisation", "subject", "published", "period", "label")
"""The fields of a document that a person may correct."""


def set_meta(connection: sqlite3.Connection, key: str, value: str | None) -> None:
    """Keep one of the library's own facts; None forgets it."""
    if value is None:
        connection.execute("DELETE FROM meta WHERE key = ?", (key,))
        return
    statement = "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
    connection.execute(statement, (key, value))


def count_change(connection: sqlite3.Connection, *change: object) -> None:
    """Move the version on: a counter, and a hash chained over every change, so equal histories agree."""
    before = read.meta(connection, "version") or EMPTY_VERSION
    counter = int(before.split("-")[0]) + 1
    told = json.dumps([before, *change], ensure_ascii=False, sort_keys=True, default=str)
    set_meta(connection, "version", f"{counter}-{hashlib.sha256(told.encode()).hexdigest()[:12]}")


def check_identity(connection: sqlite3.Connection, identity: str) -> str | None:
    """The identity of the model whose vectors these are; SettingsError if it is another's than this."""
    kept = read.meta(connection, "identity")
    if kept not in (None, identity):
        raise SettingsError(
            f"This library's vectors were made by the model {kept}, not by {identity}: they do not compare.",
            "Choose the model it was made with, or ingest into a new library folder.",
        )
    return kept


def adopt_identity(connection: sqlite3.Connection, identity: str) -> None:
    """Vectors of one model only: the first document decides."""
    if check_identity(connection, identity) is None:
        set_meta(connection, "identity", identity)


def told_of(document: Document) -> tuple[object, ...]:
    """What of a document goes into the version: all that an answer can depend on."""
    words = hashlib.sha256(document.text.encode()).hexdigest()
    return document.sha256, words, document.path, *(getattr(document, name) for name in EDITABLE)


def insert_document(
    connection: sqlite3.Connection, document: Document, added: str, recommendations: int
) -> None:
    """The document's own rows: what describes it, its contents and its pages."""
    connection.execute(
        "INSERT INTO documents (id, sha256, title, kind, organisation, subject, published, period, label,"
        " source, path, cleaned, added, recommendations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(document.id, document.sha256, *(getattr(document, name) for name in EDITABLE)),
            *(document.source, document.path, json.dumps(document.cleaned, sort_keys=True)),
            *(added, recommendations),
        ),
    )
    put_contents(connection, document)


def put_contents(connection: sqlite3.Connection, document: Document) -> None:
    """The text, blocks, places and pages of a document, in the place of those there were."""
    places = document.places.to_bytes() if document.places is not None else None
    connection.execute(
        "INSERT INTO contents VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " text = excluded.text, blocks = excluded.blocks, places = excluded.places",
        (document.id, document.text, read.blocks_to_json(document.blocks), places),
    )
    connection.execute("DELETE FROM pages WHERE document_id = ?", (document.id,))
    connection.executemany(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(document.id, n, p.index, p.label, p.start, p.end, p.read_by) for n, p in enumerate(document.pages)],
    )


def insert_passages(
    connection: sqlite3.Connection,
    document_id: str,
    passages: Sequence[Passage],
    vectors: npt.NDArray[np.float32] | None,
    wordings: Sequence[str],
) -> None:
    """The passages, and their words in the full text; their vectors (n, d) and what was embedded, if any."""
    numbers = insert_rows(connection, document_id, passages)
    if vectors is not None:
        for number, vector, wording in zip(numbers, vectors, wordings, strict=True):
            stored = (number, vector.astype("<f4").tobytes(), wording_hash(wording))
            connection.execute("INSERT INTO vectors VALUES (?, ?, ?)", stored)
    else:
        waiting.wait(connection, document_id, len(passages))
    index_words(connection, document_id)


def insert_rows(connection: sqlite3.Connection, document_id: str, passages: Sequence[Passage]) -> list[int]:
    """The passages alone, in order; the numbers they are given."""
    return [
        int(
            connection.execute(
                'INSERT INTO passages (document_id, ordinal, id, start, "end", page_index, page_label,'
                " heading_path, header, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (document_id, ordinal, passage.id, *_columns(passage)),
            ).lastrowid
            or 0
        )
        for ordinal, passage in enumerate(passages)
    ]


def update_passage(connection: sqlite3.Connection, passage: Passage) -> None:
    """Put a passage's own columns right, by its id."""
    connection.execute(
        'UPDATE passages SET start = ?, "end" = ?, page_index = ?, page_label = ?, heading_path = ?,'
        " header = ?, text = ? WHERE id = ?",
        (*_columns(passage), passage.id),
    )


def _columns(passage: Passage) -> tuple[object, ...]:
    return (
        passage.start,
        passage.end,
        passage.page_index,
        passage.page_label,
        json.dumps(passage.heading_path, ensure_ascii=False),
        passage.header,
        passage.text,
    )


def take_path(connection: sqlite3.Connection, origin: str, document_id: str) -> Status:
    """Note that `origin` now holds this document; whatever it held before is superseded by it.

    "unchanged" if it held it already, "updated" if it held another (an older version come back becomes
    current again), else "added".
    """
    before = read.document_at(connection, origin)
    if before == document_id:
        return "unchanged"
    connection.execute(
        "INSERT INTO paths VALUES (?, ?) ON CONFLICT DO UPDATE SET document_id = excluded.document_id",
        (origin, document_id),
    )
    if before is None:
        return "added"
    supersede(connection, before, document_id)
    return "updated"


def set_successor(connection: sqlite3.Connection, old: str, new: str | None) -> None:
    """Mark `old` as an earlier version of `new`, whatever that is itself; None makes it current."""
    connection.execute("UPDATE documents SET superseded_by = ? WHERE id = ?", (new, old))


def set_removed(connection: sqlite3.Connection, document_id: str, when: str | None) -> None:
    """Hide a document from everything but the list of those removed; None brings it back."""
    connection.execute("UPDATE documents SET removed = ? WHERE id = ?", (when, document_id))


def supersede(connection: sqlite3.Connection, old: str, new: str) -> None:
    """Mark `old` as an earlier version of `new`, which is the current one."""
    set_successor(connection, new, None)
    set_successor(connection, old, new)


def edit(connection: sqlite3.Connection, document_id: str, fields: Mapping[str, str | None]) -> None:
    """Correct what is said about a document; the full text follows its title."""
    forget_words(connection, document_id)
    for name in EDITABLE:
        if name in fields:
            # the name is one of EDITABLE, never the caller's text
            statement = f"UPDATE documents SET {name} = ? WHERE id = ?"  # noqa: S608
            connection.execute(statement, (fields[name], document_id))
    index_words(connection, document_id)


def delete(connection: sqlite3.Connection, document_id: str) -> None:
    """Take a document's rows out; versions that it superseded pass to its own successor, if it has one."""
    forget_words(connection, document_id)
    forget(connection, document_id)
    connection.execute(
        "UPDATE documents SET superseded_by = (SELECT superseded_by FROM documents WHERE id = ?1)"
        " WHERE superseded_by = ?1",
        (document_id,),
    )
    connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))


def index_words(connection: sqlite3.Connection, document_id: str) -> None:
    """Bring the words of a document's passages into the full text."""
    connection.execute(
        "INSERT INTO words (rowid, text, heading, title) SELECT number, text, heading, title FROM searchable"
        " WHERE number IN (SELECT number FROM passages WHERE document_id = ?) ORDER BY number",
        (document_id,),
    )


def forget_words(connection: sqlite3.Connection, document_id: str) -> None:
    """An external-content index is told what it indexed, so this comes before the rows change."""
    connection.execute(
        "INSERT INTO words (words, rowid, text, heading, title)"
        " SELECT 'delete', number, text, heading, title FROM searchable"
        " WHERE number IN (SELECT number FROM passages WHERE document_id = ?)",
        (document_id,),
    )
