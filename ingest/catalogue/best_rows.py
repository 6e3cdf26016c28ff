"""Best rows: the first rows of a full-text search by BM25, without scoring those that hold only common words.

A question has a few telling words and some that stand in half of all passages. What a word adds to a score is
bounded, so a passage that holds only common words cannot come before one that scores more than all of these
can add: it need not be scored (the idea of MaxScore: Turtle and Flood 1995). The result is exactly the same.
Scoring is what a search costs, a microsecond or two a passage: the passages with the rarest words are scored
first, of these the ones that hold commoner words too, and of the others those that may still be among the
best. Of 100,000 passages of the bench 42,000 hold a word of a question on average, and 9,000 are scored.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

# Robertson, Zaragoza and Taylor (2004), "Simple BM25 extension to multiple weighted fields".
TEXT_WEIGHT, HEADING_WEIGHT, TITLE_WEIGHT = 1.0, 0.7, 0.5

SCORED = f"""
SELECT rowid, round(-bm25(words, {TEXT_WEIGHT}, {HEADING_WEIGHT}, {TITLE_WEIGHT}), 6)
FROM words WHERE words MATCH ?1
  AND (?2 IS NULL OR +rowid IN
    (SELECT number FROM passages WHERE document_id IN (SELECT value FROM json_each(?2))))
"""  # noqa: S608 - numbers of this file only

MOST_ADDED = 2.2
"""What a word adds to a score at most, in inverse document frequencies: k1 + 1; k1 is 1.2 in SQLite."""

LEAST_RARITY = 1e-6
"""SQLite's inverse document frequency of a word that stands in more than half of the passages."""

FIRST = 2_000
"""The rarest words, with which a search begins, are those that about so many passages hold; between 500 and
4,000 it hardly matters."""

MARGIN = 1e-5
"""Scores are rounded to six places."""

Row = tuple[int, float]
"""A passage's number and its score."""


@dataclass(frozen=True)
class Search:
    """One search for any of the terms; `within` is a JSON list of document ids, None for all."""

    connection: sqlite3.Connection
    terms: Sequence[str]
    within: str | None

    def rows(self, only: Sequence[str], beside: Sequence[str] = (), without: Sequence[str] = ()) -> list[Row]:
        """All rows with one of the terms `only`, one of those `beside`, if any, and none of those `without`.

        BM25 counts every term of a query, so that each of the search has to be one of the three.
        """
        query = f"({any_of(only)})"
        # In this order: SQLite 3.40 loses phrases of several words in an AND within a NOT.
        for way, terms in (("NOT", without), ("AND", beside)):
            query = f"({query} {way} ({any_of(terms)}))" if terms else query
        return self.connection.execute(SCORED, (query, self.within)).fetchall()


def best_rows(search: Search, frequencies: Mapping[str, int], most: int) -> list[Row]:
    """The `most` best rows, and all that score as the last of them, in no order.

    `frequencies` tells how many passages hold each term of the search, or fewer.
    """
    total = search.connection.execute("SELECT coalesce(max(number), 0) FROM passages").fetchone()[0]
    added = {term: _most_added(held, total) for term, held in frequencies.items()}
    first = _rarest(frequencies)
    rows = _more(search, [], first, added, most)
    others = {term: value for term, value in added.items() if term not in first}
    return _more(search, rows, _needed(others, _least(rows, most)), others, most)


def _more(
    search: Search, rows: list[Row], only: Sequence[str], among: Mapping[str, float], most: int
) -> list[Row]:
    """The best of the rows and of those that hold one of the terms `only` and none but those `among`.

    Each round leaves those that hold none but `only`; of these the ones that may be among the best are next.
    """
    while only:
        beside = [term for term in among if term not in only]
        without = [term for term in search.terms if term not in among]
        rows = best_of([*rows, *search.rows(only, beside, without)], most)
        if not beside:
            break
        among = {term: among[term] for term in only}
        only = _needed(among, _least(rows, most))
    return rows


def _least(rows: Sequence[Row], most: int) -> float:
    """What others have to score to be among the best: no less than the last of the rows found."""
    return min(score for _, score in rows) - MARGIN if len(rows) >= most else 0.0


def _rarest(frequencies: Mapping[str, int]) -> list[str]:
    """The rarest terms, as many as it takes for `FIRST` passages to hold one; at least one."""
    rarest: list[str] = []
    held = 0
    for term in sorted(frequencies, key=lambda term: frequencies[term]):
        if rarest and held >= FIRST:
            break
        rarest.append(term)
        held += frequencies[term]
    return rarest


def best_of(rows: list[Row], most: int) -> list[Row]:
    """The `most` best of some rows, and all that score as the last of them."""
    if len(rows) <= most:
        return rows
    scores = np.array([score for _, score in rows])
    least = np.partition(scores, -most)[-most]
    return [rows[at] for at in np.flatnonzero(scores >= least).tolist()]


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
