"""Leaving out what holds only common words changes no result of a full-text search."""

import random
import sqlite3
from functools import partial
from itertools import pairwise

import pytest

from ingest.catalogue import best_rows as module
from ingest.catalogue.best_rows import Search, any_of, best_rows
from ingest.catalogue.full_text import search
from ingest.records import Hit

WORDS = [f"w{number}" for number in range(30)]
PLAIN = """
SELECT rowid, round(-bm25(words, 1.0, 0.7, 0.5), 6) AS score FROM words WHERE words MATCH ?
ORDER BY score DESC
"""


@pytest.fixture(scope="module")
def connection():
    """Passages of words of which the first stand in nearly all and the last in few; some are the same."""
    found = sqlite3.connect(":memory:")
    found.execute("CREATE TABLE passages (number INTEGER PRIMARY KEY, id TEXT, document_id TEXT)")
    found.execute("CREATE TABLE documents (id TEXT)")
    found.executemany("INSERT INTO documents VALUES (?)", [(f"d{number}",) for number in range(7)])
    found.execute("CREATE VIRTUAL TABLE words USING fts5 (text, heading, title)")
    choose = random.Random(0)
    for number in range(1, 801):
        text = [word for at, word in enumerate(WORDS) if choose.random() < 1.2 / (1 + at)]
        again = choose.choices(text, k=3) if text else []
        row = (number, " ".join(text + again), choose.choice(WORDS), choose.choice(WORDS))
        found.execute("INSERT INTO words (rowid, text, heading, title) VALUES (?, ?, ?, ?)", row)
        found.execute("INSERT INTO passages VALUES (?, ?, ?)", (number, f"p{number}", f"d{number % 7}"))
    yield found
    found.close()


def frequency(connection, word):
    return connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (any_of([word]),)).fetchone()[
        0
    ]


@pytest.mark.parametrize("seed", range(40))
def test_the_best_rows_are_those_of_the_whole_search(connection, monkeypatch, seed):
    monkeypatch.setattr(module, "FIRST", 0)
    choose = random.Random(seed)
    words = choose.sample(WORDS, choose.randint(1, 8))
    words += [f"{one} {other}" for one, other in pairwise(WORDS[:4])]
    most = choose.choice([1, 10, 60])
    every = connection.execute(PLAIN, (any_of(words),)).fetchall()
    frequencies = {word: frequency(connection, word) for word in words}
    found = best_rows(Search(connection, words, None), frequencies, most)
    least = every[min(most, len(every)) - 1][1]
    assert sorted(found) == sorted(row for row in every if row[1] >= least)


def test_rows_with_common_words_alone_are_not_scored_where_rarer_ones_decide(connection, monkeypatch):
    monkeypatch.setattr(module, "FIRST", 0)
    scored = []

    class Counting(Search):
        def rows(self, *terms):
            scored.extend(found := super().rows(*terms))
            return found

    words = [WORDS[0], WORDS[1], WORDS[15], WORDS[20]]
    frequencies = {word: frequency(connection, word) for word in words}
    best_rows(Counting(connection, words, None), frequencies, 10)
    assert len({number for number, _ in scored}) == len(scored)
    assert len(scored) < sum(1 for _ in connection.execute(PLAIN, (any_of(words),))) / 2


@pytest.mark.parametrize("allowed", [1, 2, 3, 4, 6, 7])
@pytest.mark.parametrize("seed", range(8))
def test_a_search_of_some_documents_is_the_whole_search_without_the_others(connection, allowed, seed):
    choose = random.Random(seed)
    words, limit = choose.sample(WORDS, 5), choose.choice([5, 90])
    documents = choose.sample([f"d{number}" for number in range(7)], allowed)
    every = connection.execute(PLAIN, (any_of(words),)).fetchall()
    hits = [Hit(f"p{number}", score) for number, score in every if f"d{number % 7}" in documents]
    expected = sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:limit]
    found = search(connection, [[word] for word in words], documents, limit, partial(frequency, connection))
    assert found == expected
