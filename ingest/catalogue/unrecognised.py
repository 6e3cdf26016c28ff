"""Documents with pages that wait to be read by OCR: they came in while it was not installed."""

from __future__ import annotations

import sqlite3

# A library from before this table cannot tell why a page is unread: such a document is tried once more.
TABLE = """
CREATE TABLE unrecognised (
  document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO unrecognised SELECT DISTINCT document_id FROM pages WHERE read_by = 'unread';
"""


def note(connection: sqlite3.Connection, document_id: str, *, waits: bool) -> None:
    """Remember that a document waits, or that it does not."""
    connection.execute("DELETE FROM unrecognised WHERE document_id = ?", (document_id,))
    if waits:
        connection.execute("INSERT INTO unrecognised VALUES (?)", (document_id,))


def waits(connection: sqlite3.Connection, document_id: str) -> bool:
    """Whether the document has pages that OCR was missing for."""
    asked = ("SELECT 1 FROM unrecognised WHERE document_id = ?", (document_id,))
    return connection.execute(*asked).fetchone() is not None
