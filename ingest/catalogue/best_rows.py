"""Best rows: the first rows of a full-text search by BM25, without scoring those that hold only common words.

A question has a few telling words and some that stand in half of all passages. What a word adds to a score is
bounded, so a passage that holds only common words cannot come before one that scores more than all of these
can add: it need not be scored (the idea of MaxScore: Turtle and Flood 1995). The result is exactly the same.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Robertson, Zaragoza and Taylor (2004), "Simple BM25 extension to multiple weighted fields".
TEXT_WEIGHT, HEADING_WEIGHT, TITLE_WEIGHT = 1.0, 0.7, 0.5

RANKED = f"""
WITH ranked AS (
  SELECT rowid AS number,
    round(-bm25(words, {TEXT_WEIGHT}, {HEADING_WEIGHT}, {TITLE_WEIGHT}), 6) AS score
  FROM words WHERE words MATCH ?1
    AND (?2 IS NULL OR +rowid IN
      (SELECT number FROM passages WHERE document_id IN (SELECT value FROM json_each(?2))))
    AND (?4 IS NULL OR +rowid IN (SELECT rowid FROM words WHERE words MATCH ?4))
)
SELECT number, score FROM ranked
WHERE score >= coalesce((SELECT score FROM ranked ORDER BY score DESC LIMIT 1 OFFSET ?3 - 1), score)
ORDER BY score DESC
"""  # noqa: S608 - numbers of this file only

MOST_ADDED = 2.2
"""What a word adds to a score at most, in inverse document frequencies: k1 + 1; k1 is 1.2 in SQLite."""

LEAST_RARITY = 1e-6
"""SQLite's inverse document frequency of a word that stands in more than half of the passages."""

FEW = 20_000
"""Up to so many matches each is scored; finding out what to leave out would cost as much."""

FIRST_SHARE = 0.1
"""The first attempt looks at the rarest words that this share of the passages hold."""

MARGIN = 1e-5
"""Scores are rounded to six places."""

Row = tuple[int, float]
"""A passage's number and its score."""


@dataclass(frozen=True)
class Search:
    """One query; `within` is a JSON list of document ids, None for all."""

    connection: sqlite3.Connection
    query: str
    within: str | None

    def rows(self, most: int, only: Iterable[str] = ()) -> list[Row]:
        """The best rows, best first, and all that score as the last of them; equal scores are in no order.

        `only` those with one of these terms.
        """
        some = any_of(only) or None
        return self.connection.execute(RANKED, (self.query, self.within, most, some)).fetchall()


def best_rows(search: Search, frequencies: Mapping[str, int], most: int) -> list[Row]:
    """The `most` best rows, best first, and all that score as the last of them.

    `frequencies` tells how many passages hold each term of the query, or fewer.
    """
    if sum(frequencies.values()) <= FEW:
        return search.rows(most)
    total = search.connection.execute("SELECT max(number) FROM passages").fetchone()[0]
    added = {term: _most_added(held, total) for term, held in frequencies.items()}
    rarest: list[str] = []
    seen = 0
    for term in sorted(added, key=lambda term: frequencies[term]):
        if rarest and seen > max(FEW, FIRST_SHARE * total):
            break
        rarest.append(term)
        seen += frequencies[term]
    rows = search.rows(most, rarest)
    least = rows[-1][1] - MARGIN if len(rows) >= most else 0.0
    # The true last row scores no less than this one: what the words left out can add has to stay below it.
    needed = _needed(added, least)
    if set(needed) <= set(rarest):
        return rows
    return search.rows(most, needed if len(needed) < len(added) else ())


def _needed(added: Mapping[str, float], least: float) -> list[str]:
    """The terms without the commonest, as long as all that these can add together is less than `least`."""
    left, needed = least, []
    for term in sorted(added, key=lambda term: added[term]):
        left -= added[term]
        if left <= 0:
            needed.append(term)
    return needed


def _most_added(held: int, total: int) -> float:
    """`total` is the number of passages, or more."""
    return MOST_ADDED * max(LEAST_RARITY, math.log((total - held + 0.5) / (held + 0.5)))


def quoted(term: str) -> str:
    """A term as an FTS5 string: its characters are data, never query syntax."""
    return '"' + term.replace("\0", " ").replace('"', '""') + '"'


def any_of(terms: Iterable[str]) -> str:
    """The FTS5 query for passages with any of the terms."""
    return " OR ".join(quoted(term) for term in terms)
