"""Erasing a document also from the scrutineer's own words, where they quote it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

ERASED = "[erased]"
RUN = 5
"""So many words in a row that also stand in an erased document are a quotation from it."""

FREE_TEXTS = (
    ("judgements", "words"),
    ("challenges", "text"),
    ("challenge_entries", "words"),
    ("turns", "asked"),
    ("turns", "understood"),
    ("turns", "verdict"),
    ("turns", "reason"),
)
_WORD = re.compile(r"\w+")


def forget(connection: sqlite3.Connection, document_id: str) -> None:
    """Before a document is erased: put `ERASED` for what the scrutineer's own words quote from it.

    What was judged stays, as the judgement of a source that is gone, and no longer names the document.
    """
    for table in ("judgements", "challenge_sources"):
        statement = f"UPDATE {table} SET document_id = '', digest = NULL WHERE document_id = ?"  # noqa: S608
        connection.execute(statement, (document_id,))
    # A refusal names the file of an earlier version that answers.
    connection.execute(
        "UPDATE turns SET reason = replace(reason, (SELECT source FROM documents WHERE id = ?), ?)",
        (document_id, ERASED),
    )
    row = connection.execute("SELECT text FROM contents WHERE document_id = ?", (document_id,)).fetchone()
    if row is None or not _anything(connection):
        return
    runs = {run for run, _ in _runs(row[0])}
    for table, column in FREE_TEXTS:
        key = "challenge, ordinal" if table == "challenge_entries" else "number"
        # table and column are of the list above, never the caller's text
        kept = connection.execute(f"SELECT {column}, {key} FROM {table}").fetchall()  # noqa: S608
        for text, *place in kept:
            cleared = without(text, runs)
            if cleared != text:
                where = " AND ".join(f"{name} = ?" for name in key.split(", "))
                statement = f"UPDATE {table} SET {column} = ? WHERE {where}"  # noqa: S608
                connection.execute(statement, (cleared, *place))


def without(text: str, runs: set[tuple[str, ...]]) -> str:
    """The text with `ERASED` for each stretch made of those runs of words."""
    spans: list[tuple[int, int]] = []
    for run, (start, end) in _runs(text):
        if run in runs:
            if spans and start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    for start, end in reversed(spans):
        text = text[:start] + ERASED + text[end:]
    return text


def _runs(text: str) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """Every `RUN` words in a row, case set aside, and where they stand."""
    words = [(match.group().casefold(), match.span()) for match in _WORD.finditer(text)]
    for at in range(len(words) - RUN + 1):
        stretch = words[at : at + RUN]
        yield tuple(word for word, _ in stretch), (stretch[0][1][0], stretch[-1][1][1])


def _anything(connection: sqlite3.Connection) -> bool:
    found = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM judgements) OR EXISTS (SELECT 1 FROM challenges)"
        " OR EXISTS (SELECT 1 FROM turns)"
    ).fetchone()
    return bool(found[0])
