"""Kept scores: what the reader made of pairs, kept between runs: reading takes most of the time.

A reading depends on the model and the pair alone (`ingest.embedding.pairs`), so a kept one is the same.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from assistant.retrieval.read_together import Scorer
from ingest.pair_scorer import PairReading, State, pair_key

WAIT = 60.0
"""Seconds to wait for another process that writes."""

PROBE = ("How many plans were late?", "Nine of the twelve plans that were looked at were late. " * 60)
"""What the model makes of this pair, which is cut at its limit, names the file of its readings: a change of
weights, graph, runtime or limit is seen in it."""


class KeptScorer:
    """A scorer that reads no pair twice; in the folder each model has a file of its own."""

    def __init__(self, scorer: Scorer, folder: Path) -> None:
        self._scorer = scorer
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{_name(scorer)}.db"
        with closing(self._connected()) as kept, kept:
            kept.execute("PRAGMA journal_mode = WAL")
            kept.execute(
                "CREATE TABLE IF NOT EXISTS readings (pair BLOB PRIMARY KEY, score REAL, state BLOB)"
            )

    def read(self, question: str, texts: Sequence[str]) -> list[PairReading]:
        """What the model makes of each text with the question."""
        pairs = {text: pair_key(question, text) for text in texts}
        with closing(self._connected()) as kept:
            known = dict(_known(kept, pairs))
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


def _name(scorer: Scorer) -> str:
    question, text = PROBE
    (reading,) = scorer.read(question, [text])
    said = repr(reading.score).encode() + (_bytes(reading.state) or b"")
    return hashlib.sha256(said).hexdigest()[:16]


def _bytes(state: State | None) -> bytes | None:
    return None if state is None else state.tobytes()


def _known(kept: sqlite3.Connection, pairs: Mapping[str, bytes]) -> Iterator[tuple[str, PairReading]]:
    for text, pair in pairs.items():
        for score, state in kept.execute("SELECT score, state FROM readings WHERE pair = ?", (pair,)):
            yield text, PairReading(score, None if state is None else np.frombuffer(state, np.float16))
