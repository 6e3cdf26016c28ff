"""Kept scores: the reader's scores and inner states, kept between runs: reading takes most of the time.

A pair's score depends on the model and the pair alone (`ingest.embedding.pairs`), so a kept one is the same.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from assistant.retrieval.read_together import Scorer
from ingest.pair_reading import PairReading, State

WAIT = 60.0
"""Seconds to wait for another process that writes."""


class KeptScorer:
    """A scorer that reads no pair twice; `path` is the file where scores are kept, one for each model."""

    def __init__(self, scorer: Scorer, path: Path) -> None:
        self._scorer = scorer
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connected()) as kept, kept:
            kept.execute("PRAGMA journal_mode = WAL")
            kept.execute(
                "CREATE TABLE IF NOT EXISTS scores (pair BLOB PRIMARY KEY, score REAL) WITHOUT ROWID"
            )
            kept.execute(
                "CREATE TABLE IF NOT EXISTS readings (pair BLOB PRIMARY KEY, score REAL, state BLOB)"
            )

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """One number a text, larger is better."""
        pairs = {text: _pair(question, text) for text in texts}
        with closing(self._connected()) as kept:
            known = {text: value for text, pair in pairs.items() for value in _kept(kept, pair)}
            new = [text for text in pairs if text not in known]
            if new:
                read = dict(zip(new, self._scorer.score(question, new), strict=True))
                rows = [(pairs[text], value) for text, value in read.items()]
                with kept:
                    kept.executemany("INSERT OR REPLACE INTO scores VALUES (?, ?)", rows)
                known |= read
        return [known[text] for text in texts]

    def read(self, question: str, texts: Sequence[str]) -> list[PairReading]:
        """The same numbers, each with the model's inner state."""
        pairs = {text: _pair(question, text) for text in texts}
        with closing(self._connected()) as kept:
            known = {text: reading for text, pair in pairs.items() for reading in _kept_readings(kept, pair)}
            new = [text for text in pairs if text not in known]
            if new:
                read = dict(zip(new, self._scorer.read(question, new), strict=True))
                rows = [(pairs[text], one.score, _bytes(one.state)) for text, one in read.items()]
                with kept:
                    kept.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", rows)
                known |= read
        return [known[text] for text in texts]

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=WAIT)


def _pair(question: str, text: str) -> bytes:
    return hashlib.sha256(f"{question}\0{text}".encode()).digest()


def _bytes(state: State | None) -> bytes | None:
    return None if state is None else state.tobytes()


def _kept_readings(kept: sqlite3.Connection, pair: bytes) -> list[PairReading]:
    rows = kept.execute("SELECT score, state FROM readings WHERE pair = ?", (pair,))
    return [
        PairReading(score, None if state is None else np.frombuffer(state, np.float16))
        for score, state in rows
    ]


def _kept(kept: sqlite3.Connection, pair: bytes) -> list[float]:
    return [value for (value,) in kept.execute("SELECT score FROM scores WHERE pair = ?", (pair,))]
