"""The catalogue's tables, as a list of steps: a library at version n has had the first n steps applied."""

from __future__ import annotations

import hashlib
import sqlite3

from ingest.catalogue.connect import transaction
from ingest.catalogue.conversations import REFUSALS
from ingest.catalogue.conversations import TABLES as CONVERSATIONS
from ingest.catalogue.journal import TABLES as JOURNAL
from ingest.catalogue.seals import TABLES as SEALS
from ingest.catalogue.unrecognised import TABLE as UNRECOGNISED
from ingest.catalogue.waiting import TABLE as WAITING
from ingest.disk.steps import step
from ingest.errors import LibraryDamagedError

# `words` is indexed from a view (external content), so that the full text
# stores no second copy of the words and can be rebuilt. `documents.superseded_by` names the newer version.
# `vectors.wording` is the hash of the exact string embedded, so that a vector can be used again.
# AUTOINCREMENT: a passage number is never used twice, so "numbers above n" are those added since n.
FIRST = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
  id TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, title TEXT NOT NULL, kind TEXT NOT NULL,
  organisation TEXT, subject TEXT, published TEXT, period TEXT, label TEXT NOT NULL,
  source TEXT NOT NULL, path TEXT NOT NULL, cleaned TEXT NOT NULL, added TEXT NOT NULL,
  recommendations INTEGER NOT NULL,
  superseded_by TEXT REFERENCES documents (id)
) WITHOUT ROWID;
CREATE INDEX documents_superseded ON documents (superseded_by);
CREATE TABLE contents (
  document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  text TEXT NOT NULL, blocks TEXT NOT NULL, places BLOB
);
CREATE TABLE paths (
  origin TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX paths_document ON paths (document_id);
CREATE TABLE pages (
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  page_index INTEGER NOT NULL, label TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  read_by TEXT NOT NULL, PRIMARY KEY (document_id, ordinal)
) WITHOUT ROWID;
CREATE TABLE passages (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, page_index INTEGER, page_label TEXT,
  heading_path TEXT NOT NULL, header TEXT NOT NULL, text TEXT NOT NULL
);
CREATE UNIQUE INDEX passages_document ON passages (document_id, ordinal);
CREATE TABLE vectors (
  passage INTEGER PRIMARY KEY REFERENCES passages (number) ON DELETE CASCADE,
  vector BLOB NOT NULL, wording BLOB
);
CREATE INDEX vectors_wording ON vectors (wording);
CREATE TABLE generations (
  number INTEGER PRIMARY KEY AUTOINCREMENT, through INTEGER NOT NULL, passages INTEGER NOT NULL
);
CREATE VIEW searchable AS
  SELECT passages.number AS number, passages.text AS text,
         passages.heading_path || ' ' || passages.header AS heading, documents.title AS title
  FROM passages JOIN documents ON documents.id = passages.document_id;
CREATE VIRTUAL TABLE words USING fts5 (
  text, heading, title, content = 'searchable', content_rowid = 'number',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
"""

STEPS: tuple[str, ...] = (FIRST, JOURNAL, SEALS, CONVERSATIONS, WAITING, UNRECOGNISED, REFUSALS)
VERSION = len(STEPS)

EMPTY_VERSION = "0-" + hashlib.sha256(b"empty library").hexdigest()[:12]
"""The version of a library to which nothing has been added."""


def stored_version(connection: sqlite3.Connection) -> int:
    """How many steps the library has had; 0 for a new file. LibraryDamagedError if it is a newer one."""
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > VERSION:
        raise LibraryDamagedError(
            f"This library is from a newer version of the program (schema {found}, not {VERSION}).",
            "Update the program, or choose another library folder.",
        )
    return found


def migrate(connection: sqlite3.Connection) -> None:
    """Apply the steps still missing, each in its own transaction, and seal what is not sealed yet.

    The caller holds the writer lock.
    """
    for number in range(stored_version(connection), VERSION):
        script = f"BEGIN IMMEDIATE;\n{STEPS[number]}\nPRAGMA user_version = {number + 1};\nCOMMIT;"
        try:
            connection.executescript(script)
            step("schema step applied")
        except sqlite3.Error:
            if connection.in_transaction:
                connection.rollback()
            raise
    with transaction(connection):
        pass
