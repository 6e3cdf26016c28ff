"""Conversations in the catalogue: questions as typed and slices, never a document's text."""

from __future__ import annotations

import sqlite3

from ingest.conversation import Turn

# A slice goes with its document. What a question itself quotes is blanked by ingest/catalogue/forget.py.
TABLES = """
CREATE TABLE turns (
  number INTEGER PRIMARY KEY AUTOINCREMENT, conversation TEXT NOT NULL,
  asked TEXT NOT NULL, understood TEXT NOT NULL
);
CREATE INDEX turns_conversation ON turns (conversation);
CREATE TABLE turn_slices (
  turn INTEGER NOT NULL REFERENCES turns (number) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (turn, ordinal)
) WITHOUT ROWID;
CREATE INDEX turn_slices_document ON turn_slices (document_id);
"""

REFUSALS = """
ALTER TABLE turns ADD COLUMN verdict TEXT NOT NULL DEFAULT '';
ALTER TABLE turns ADD COLUMN reason TEXT NOT NULL DEFAULT '';
"""


def entries(connection: sqlite3.Connection) -> list[tuple[str, int, str]]:
    """Each conversation's name, how many turns it has and the first question, the latest first."""
    return connection.execute(
        "SELECT conversation, count, asked FROM turns JOIN (SELECT count(*) AS count, min(number) AS first,"
        " max(number) AS last FROM turns GROUP BY conversation) ON number = first ORDER BY last DESC"
    ).fetchall()


def turns(connection: sqlite3.Connection, name: str) -> list[Turn]:
    """A conversation's turns in order; none where there is no such conversation."""
    rows = connection.execute(
        "SELECT number, asked, understood, verdict, reason FROM turns WHERE conversation = ? ORDER BY number",
        (name,),
    ).fetchall()
    return [
        Turn(asked, understood, _slices(connection, number), verdict, reason)
        for number, asked, understood, verdict, reason in rows
    ]


def add_turn(connection: sqlite3.Connection, name: str, turn: Turn) -> None:
    """Put a turn at the end of a conversation; what was erased since it was quoted is left out."""
    added = connection.execute(
        "INSERT INTO turns (conversation, asked, understood, verdict, reason) VALUES (?, ?, ?, ?, ?)",
        (name, turn.asked, turn.understood, turn.verdict, turn.reason),
    )
    connection.executemany(
        "INSERT INTO turn_slices SELECT ?, ?, id, ?, ? FROM documents WHERE id = ?",
        [
            (added.lastrowid, ordinal, start, end, document_id)
            for ordinal, (document_id, start, end) in enumerate(turn.slices)
        ],
    )


def delete(connection: sqlite3.Connection, name: str) -> int:
    """Delete a conversation; how many turns it had."""
    return connection.execute("DELETE FROM turns WHERE conversation = ?", (name,)).rowcount


def _slices(connection: sqlite3.Connection, turn: int) -> tuple[tuple[str, int, int], ...]:
    rows = connection.execute(
        'SELECT document_id, start, "end" FROM turn_slices WHERE turn = ? ORDER BY ordinal', (turn,)
    )
    return tuple(rows)
