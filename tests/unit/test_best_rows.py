"""Leaving out what holds only common words changes no result of a full-text search."""

import random
import sqlite3
from collections import Counter

import pytest

from ingest.catalogue import best_rows as module
from ingest.catalogue.best_rows import Search, any_of, best_rows

WORDS = [f"w{number}" for number in range(30)]
PLAIN = """
SELECT rowid, round(-bm25(words, 1.0, 0.7, 0.5), 6) AS score FROM words WHERE words MATCH ?
ORDER BY score DESC
"""


@pytest.fixture(scope="module")
def connection():
    """Passages of words of which the first stand in nearly all and the last in few; some are the same."""
    found = sqlite3.connect(":memory:")
    found.execute("CREATE TABLE passages (number INTEGER PRIMARY KEY, document_id TEXT)")
    found.execute("CREATE VIRTUAL TABLE words USING fts5 (text, heading, title)")
    choose = random.Random(0)
    for number in range(1, 801):
        text = [word for at, word in enumerate(WORDS) if choose.random() < 1.2 / (1 + at)]
        again = choose.choices(text, k=3) if text else []
        row = (number, " ".join(text + again), choose.choice(WORDS), choose.choice(WORDS))
        found.execute("INSERT INTO words (rowid, text, heading, title) VALUES (?, ?, ?, ?)", row)
        found.execute("INSERT INTO passages VALUES (?, ?)", (number, f"d{number % 7}"))
    yield found
    found.close()


def frequency(connection, word):
    return connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (any_of([word]),)).fetchone()[
        0
    ]


@pytest.mark.parametrize("seed", range(40))
def test_the_best_rows_are_those_of_the_whole_search(connection, monkeypatch, seed):
    monkeypatch.setattr(module, "FEW", 0)
    choose = random.Random(seed)
    words = choose.sample(WORDS, choose.randint(1, 8))
    most = choose.choice([1, 10, 60])
    every = connection.execute(PLAIN, (any_of(words),)).fetchall()
    found = best_rows(
        Search(connection, any_of(words), None), {word: frequency(connection, word) for word in words}, most
    )
    least = every[min(most, len(every)) - 1][1]
    assert sorted(found) == sorted(row for row in every if row[1] >= least)


def test_common_words_alone_are_not_scored_where_rarer_ones_decide(connection, monkeypatch):
    monkeypatch.setattr(module, "FEW", 0)
    asked = Counter()

    class Counting(Search):
        def rows(self, most, only=()):
            asked["all" if not only else "some"] += 1
            return super().rows(most, only)

    words = [WORDS[0], WORDS[1], WORDS[15], WORDS[20]]
    frequencies = {word: frequency(connection, word) for word in words}
    best_rows(Counting(connection, any_of(words), None), frequencies, 10)
    assert asked["some"]
    assert not asked["all"]
