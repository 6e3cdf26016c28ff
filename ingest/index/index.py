"""Index: keeps one checked Chroma generation beside the catalogue, and falls back to the catalogue alone."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ingest.catalogue import stored_vectors
from ingest.catalogue.connect import transaction
from ingest.catalogue.waiting import first_waiting
from ingest.disk.steps import step
from ingest.index import vectors
from ingest.narrowed import Left
from ingest.records import Hit

LOG = logging.getLogger(__name__)

DELTA_SHARE, DELTA_MOST = 0.05, 5_000
"""New passages are searched exactly until they are this share of the library, or this many."""

NARROW = 20_000
"""Up to so many allowed passages a search is exact: it misses nothing, and is as quick as the graph.

Chroma inserts what a call adds in an order of its own, so no two graphs of the same vectors are the same: of
220 questions put to two libraries of the same papers, five that nothing answers got other passages.
"""

SPARE = 64
"""Candidates fetched above twice the limit, so that rescoring and filtering leave enough."""

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Current:
    """The generation in use: it covers the `passages` passages whose number is at most `through`."""

    number: int
    through: int
    passages: int


def current(connection: sqlite3.Connection) -> Current | None:
    """The generation that the catalogue points to."""
    row = connection.execute("SELECT number, through, passages FROM generations").fetchone()
    return Current(*row) if row else None


class Index:
    """The vector index of one open library; opens its generation when a search first wants it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: tuple[int, vectors.Generation] | None = None
        self._unusable: int | None = None
        self._guard = threading.Lock()
        self.candidates_used = 0

    def nearest(
        self,
        connection: sqlite3.Connection,
        vector: Vectors,
        allowed: Left,
        limit: int,
    ) -> list[Hit]:
        """The best `limit` passages of the allowed documents, by the catalogue's scores.

        Of more than `NARROW` passages Chroma's candidates alone are scored.
        """
        documents = allowed.by_id
        generation = current(connection)
        if generation is None or allowed.passages < NARROW:
            return stored_vectors.exact(connection, vector, documents, limit)
        candidates = self._candidates(generation, vector, 2 * limit + SPARE)
        if candidates is None:
            return stored_vectors.exact(connection, vector, documents, limit)
        found = stored_vectors.rescored(connection, candidates, vector, documents)
        if len(found) < limit and len(candidates) < generation.passages:
            return stored_vectors.exact(connection, vector, documents, limit)
        fresh = stored_vectors.exact(connection, vector, documents, limit, after=generation.through)
        return _merged(found, fresh, limit)

    def refresh(self, connection: sqlite3.Connection, *, always: bool = False) -> bool:
        """Bring the generation up to date if it lags too far behind, is missing or is damaged."""
        before = current(connection)
        sound = before is not None and self._sound(connection, before)
        delta = stored_vectors.count_after(connection, before.through if before else 0)
        total = stored_vectors.count_after(connection, 0)
        lagging = delta > min(DELTA_MOST, DELTA_SHARE * total)
        if not (total and (always or not sound or lagging)):
            return False
        self.close()
        self._build(connection, before if sound else None)
        return True

    def drop(self, connection: sqlite3.Connection) -> None:
        """Stop using the generation (in the caller's transaction); its folder goes with the next sweep."""
        connection.execute("DELETE FROM generations")
        self.close()

    def sweep(self, connection: sqlite3.Connection) -> None:
        """Remove the folders of generations that are not in use."""
        kept = current(connection)
        vectors.sweep(self._folder, kept.number if kept else None)

    def alone(self, connection: sqlite3.Connection) -> bool:
        """Whether no other generation is left on the disk."""
        kept = current(connection)
        return not vectors.others(self._folder, kept.number if kept else None)

    def close(self) -> None:
        """Release the generation's folder."""
        with self._guard:
            if self._open is not None:
                self._open[1].close()
            self._open = self._unusable = None

    def _build(self, connection: sqlite3.Connection, base: Current | None) -> None:
        rows = _settled(connection)
        if not rows:
            return
        ids = [row[1] for row in rows]
        matrix = stored_vectors.matrix([row[2] for row in rows])
        new = sum(row[0] > base.through for row in rows) if base else 0
        if base is not None and len(rows) - new != base.passages:
            base = None
        number = stored_vectors.next_generation(connection)
        vectors.build(self._folder, number, ids, matrix, onto=base.number if base else None, new=new)
        with transaction(connection):
            connection.execute("DELETE FROM generations")
            connection.execute("INSERT INTO generations VALUES (?, ?, ?)", (number, rows[-1][0], len(rows)))
        step("index pointed to")
        self.sweep(connection)

    def _sound(self, connection: sqlite3.Connection, generation: Current) -> bool:
        """Whether the generation answers a search at all."""
        probe = connection.execute("SELECT vector FROM vectors ORDER BY passage LIMIT 1").fetchone()
        return probe is not None and bool(self._candidates(generation, stored_vectors.matrix(probe)[0], 1))

    def _candidates(self, generation: Current, vector: Vectors, limit: int) -> list[str] | None:
        """Chroma's nearest passages; None, logged once a generation, where it cannot say."""
        with self._guard:
            if self._unusable == generation.number:
                return None
            try:
                opened = self._opened(generation.number)
                found = opened.nearest(vector, limit)
                self.candidates_used += len(found)
                return found
            except vectors.UnsoundGenerationError as error:
                LOG.warning("%s Searching exactly instead, which is slower.", error)
                self._unusable = generation.number
                return None

    def _opened(self, number: int) -> vectors.Generation:
        if self._open is not None and self._open[0] != number:
            self._open[1].close()
            self._open = None
        if self._open is None:
            self._open = (number, vectors.Generation(vectors.folder_of(self._folder, number)))
        return self._open[1]


def _settled(connection: sqlite3.Connection) -> list[tuple[int, str, bytes]]:
    """The rows before the first passage without a vector: a generation covers all up to a number."""
    rows, first = stored_vectors.after(connection, 0), first_waiting(connection)
    return rows if first is None else [row for row in rows if row[0] < first]


def _merged(one: Sequence[Hit], other: Sequence[Hit], limit: int) -> list[Hit]:
    best = {hit.passage_id: hit for hit in [*one, *other]}
    return sorted(best.values(), key=lambda hit: (-hit.score, hit.passage_id))[:limit]
