"""Full-text search in the catalogue: BM25 over text, headings and title."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from ingest.records import Hit

# Robertson, Zaragoza and Taylor (2004), "Simple BM25 extension to multiple weighted fields".
TEXT_WEIGHT, HEADING_WEIGHT, TITLE_WEIGHT = 1.0, 0.7, 0.5

SEARCH = f"""
SELECT passages.id, round(-bm25(words, {TEXT_WEIGHT}, {HEADING_WEIGHT}, {TITLE_WEIGHT}), 6) AS score
FROM words JOIN passages ON passages.number = words.rowid
WHERE words MATCH ? AND passages.document_id IN (SELECT value FROM json_each(?))
ORDER BY score DESC, passages.id LIMIT ?
"""  # noqa: S608 - numbers of this file only
COUNT_WITHIN = """
SELECT count(*) FROM words JOIN passages ON passages.number = words.rowid
WHERE words MATCH ? AND passages.document_id IN (SELECT value FROM json_each(?))
"""


def quoted(term: str) -> str:
    """A term as an FTS5 string: its characters are data, never query syntax."""
    return '"' + term.replace("\0", " ").replace('"', '""') + '"'


def query_of(terms: Sequence[Sequence[str]]) -> str:
    """Groups of alternatives as one FTS5 query; "" where there is nothing to look for."""
    flat = dict.fromkeys(term for group in terms for term in group if any(map(str.isalnum, term)))
    return " OR ".join(quoted(term) for term in flat)


def search(
    connection: sqlite3.Connection, terms: Sequence[Sequence[str]], documents: Iterable[str], limit: int
) -> list[Hit]:
    """The best `limit` passages of the given documents, best first, ties by id."""
    query = query_of(terms)
    if not query:
        return []
    rows = connection.execute(SEARCH, (query, json.dumps(list(documents)), limit))
    return [Hit(passage, score) for passage, score in rows]


def document_frequency(connection: sqlite3.Connection, term: str, without: Sequence[str] = ()) -> int:
    """How many passages hold the term (stemmed, and as a phrase where it has several words).

    Those of the documents `without` do not count.
    """
    query = query_of([[term]])
    if not query:
        return 0
    row = connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (query,)).fetchone()
    return int(row[0]) - (document_frequency_within(connection, term, without) if without else 0)


def document_frequency_within(connection: sqlite3.Connection, term: str, documents: Iterable[str]) -> int:
    """How many passages of the given documents hold the term."""
    query = query_of([[term]])
    if not query:
        return 0
    row = connection.execute(COUNT_WITHIN, (query, json.dumps(list(documents)))).fetchone()
    return int(row[0])
