"""The scrutineer's records in the catalogue. Every writing function runs inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from ingest.journal import Entry, Judgement, LoggedChallenge, Source

# No reference from here to `documents`: a judgement outlives its document, and holds again when the same
# bytes come back. What it remembers of the words themselves (a digest) goes with the document.
TABLES = """
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY AUTOINCREMENT, question TEXT NOT NULL, document_id TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, digest TEXT,
  decision TEXT NOT NULL, words TEXT NOT NULL, judge TEXT NOT NULL, made TEXT NOT NULL
);
CREATE INDEX judgements_document ON judgements (document_id);
CREATE TABLE challenges (
  number INTEGER PRIMARY KEY AUTOINCREMENT, question TEXT NOT NULL, text TEXT NOT NULL,
  owner TEXT NOT NULL, put TEXT NOT NULL, due TEXT, judge TEXT NOT NULL
);
CREATE TABLE challenge_sources (
  challenge INTEGER NOT NULL REFERENCES challenges (number) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  document_id TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, digest TEXT,
  PRIMARY KEY (challenge, ordinal)
) WITHOUT ROWID;
CREATE TABLE challenge_entries (
  challenge INTEGER NOT NULL REFERENCES challenges (number) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL, made TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (challenge, ordinal)
) WITHOUT ROWID;
CREATE TRIGGER journal_forgets AFTER DELETE ON documents BEGIN
  UPDATE judgements SET digest = NULL WHERE document_id = OLD.id;
  UPDATE challenge_sources SET digest = NULL WHERE document_id = OLD.id;
END;
"""


def judgements(connection: sqlite3.Connection) -> list[Judgement]:
    """All judgements, in the order they were made."""
    rows = connection.execute(
        'SELECT number, question, document_id, start, "end", digest, decision, words, judge, made'
        " FROM judgements ORDER BY number"
    )
    return [
        Judgement(number, question, Source(*source), decision, words, judge, made)
        for number, question, *source, decision, words, judge, made in rows
    ]


def add_judgement(connection: sqlite3.Connection, judgement: Judgement) -> int:
    """Keep a judgement (its own number is not looked at); the number it gets."""
    source = judgement.source
    added = connection.execute(
        'INSERT INTO judgements (question, document_id, start, "end", digest, decision, words, judge, made)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            judgement.question,
            source.document_id,
            source.start,
            source.end,
            source.digest,
            judgement.decision,
            judgement.words,
            judgement.judge,
            judgement.made,
        ),
    )
    return int(added.lastrowid or 0)


def delete_judgement(connection: sqlite3.Connection, number: int) -> None:
    """Take a judgement back, as if it had not been made."""
    connection.execute("DELETE FROM judgements WHERE number = ?", (number,))


def challenges(connection: sqlite3.Connection) -> list[LoggedChallenge]:
    """The whole challenge log, in the order the challenges were put down."""
    rows = connection.execute(
        "SELECT number, question, text, owner, put, due, judge FROM challenges ORDER BY number"
    ).fetchall()
    return [_challenge(connection, *row) for row in rows]


def add_challenge(connection: sqlite3.Connection, challenge: LoggedChallenge) -> int:
    """Keep a challenge with its sources (its own number is not looked at); the number it gets."""
    added = connection.execute(
        "INSERT INTO challenges (question, text, owner, put, due, judge) VALUES (?, ?, ?, ?, ?, ?)",
        (
            challenge.question,
            challenge.text,
            challenge.owner,
            challenge.put,
            challenge.due,
            challenge.judge,
        ),
    )
    number = int(added.lastrowid or 0)
    connection.executemany(
        "INSERT INTO challenge_sources VALUES (?, ?, ?, ?, ?, ?)",
        [(number, n, s.document_id, s.start, s.end, s.digest) for n, s in enumerate(challenge.sources)],
    )
    return number


def add_entries(connection: sqlite3.Connection, number: int, entries: Sequence[Entry]) -> None:
    """Add what came of a challenge, after what is there."""
    first = connection.execute(
        "SELECT count(*) FROM challenge_entries WHERE challenge = ?", (number,)
    ).fetchone()[0]
    connection.executemany(
        "INSERT INTO challenge_entries VALUES (?, ?, ?, ?, ?)",
        [(number, first + n, entry.kind, entry.made, entry.words) for n, entry in enumerate(entries)],
    )


def edit_challenge(connection: sqlite3.Connection, number: int, fields: Mapping[str, str | None]) -> None:
    """Correct question, text, owner, put, due or judge."""
    for name in ("question", "text", "owner", "put", "due", "judge"):
        if name in fields:
            # the name is one of the above, never the caller's text
            statement = f"UPDATE challenges SET {name} = ? WHERE number = ?"  # noqa: S608
            connection.execute(statement, (fields[name], number))


def delete_challenge(connection: sqlite3.Connection, number: int) -> None:
    """Take a challenge out of the log with all that came of it."""
    connection.execute("DELETE FROM challenges WHERE number = ?", (number,))


def _challenge(connection: sqlite3.Connection, number: int, *described: Any) -> LoggedChallenge:
    question, text, owner, put, due, judge = described
    sources, entries = _sources(connection, number), _entries(connection, number)
    return LoggedChallenge(number, question, text, owner, put, due, judge, sources, entries)


def _sources(connection: sqlite3.Connection, number: int) -> tuple[Source, ...]:
    rows = connection.execute(
        'SELECT document_id, start, "end", digest FROM challenge_sources'
        " WHERE challenge = ? ORDER BY ordinal",
        (number,),
    )
    return tuple(Source(*row) for row in rows)


def _entries(connection: sqlite3.Connection, number: int) -> tuple[Entry, ...]:
    rows = connection.execute(
        "SELECT kind, made, words FROM challenge_entries WHERE challenge = ? ORDER BY ordinal", (number,)
    )
    return tuple(Entry(*row) for row in rows)
