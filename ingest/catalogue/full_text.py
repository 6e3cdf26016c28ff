"""Full-text search in the catalogue: BM25 over text, headings and title."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence

from ingest.catalogue.best_rows import Row, Search, any_of, best_rows
from ingest.records import Hit

NAMED = """
SELECT number, id, document_id FROM passages WHERE number IN (SELECT value FROM json_each(?))
"""
SPARE = 64
"""Rows fetched above the limit, so that leaving some out leaves enough."""

FEW = 3
"""Where fewer documents than one in so many are allowed, passages of others are not even scored."""

COUNT_WITHIN = """
SELECT count(*) FROM words JOIN passages ON passages.number = words.rowid
WHERE words MATCH ? AND passages.document_id IN (SELECT value FROM json_each(?))
"""


def query_of(terms: Sequence[Sequence[str]]) -> str:
    """Groups of alternatives as one FTS5 query; "" where there is nothing to look for."""
    return any_of(flat(terms))


def flat(terms: Sequence[Sequence[str]]) -> list[str]:
    """Every alternative of every group that can be looked for, once."""
    return list(dict.fromkeys(term for group in terms for term in group if any(map(str.isalnum, term))))


def search(
    connection: sqlite3.Connection,
    terms: Sequence[Sequence[str]],
    documents: Collection[str],
    limit: int,
    frequency: Callable[[str], int],
) -> list[Hit]:
    """The best `limit` passages of the given documents, best first, ties by id.

    `frequency` tells how many passages hold a term; too small a number costs time, not truth.
    """
    words = flat(terms)
    if not words or not documents:
        return []
    frequencies = {term: frequency(term) for term in words}
    every = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    if FEW * len(documents) > every:
        # Looking up each passage's document costs more than leaving some out afterwards.
        most = limit if len(documents) == every else (limit + SPARE) * every // len(documents)
        best = best_rows(Search(connection, words, None), frequencies, most)
        hits = _named(connection, best, documents)
        if len(hits) >= limit or len(best) < most:
            return hits[:limit]
    within = json.dumps(sorted(documents))
    best = best_rows(Search(connection, words, within), frequencies, limit)
    return _named(connection, best, documents)[:limit]


def _named(connection: sqlite3.Connection, rows: Sequence[Row], allowed: Collection[str]) -> list[Hit]:
    """Those of the allowed documents, best first, ties by id."""
    found = connection.execute(NAMED, (json.dumps([number for number, _ in rows]),))
    ids = {number: passage for number, passage, document in found if document in allowed}
    hits = [Hit(ids[number], score) for number, score in rows if number in ids]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))


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
