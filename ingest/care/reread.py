"""Reread: a document whose stored text, passages or vectors were changed is made again from its original.

Vectors are not made here: those of the vector index, where that is whole, or those of the next ingest.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ingest import sources, vectors
from ingest.catalogue import read, seals, waiting, write
from ingest.catalogue.connect import transaction
from ingest.discover import Found
from ingest.errors import LibraryDamagedError, ReadError
from ingest.index import current
from ingest.library import Library
from ingest.passage import Passage
from ingest.reading.limits import Limits
from ingest.reading.parcel import Parcel
from ingest.reading.process import ReadingProcess
from ingest.wording import embedded_text

Read = Callable[[Found], Parcel]
Vector = npt.NDArray[np.float32]


def reread(library: Library, document_id: str, read_file: Read | None = None) -> bool:
    """Mend one document; False where its original is gone too, or can no longer be read.

    What a person has corrected, and its label, stay. The caller rebuilds the full text and the index.
    """
    connection = library._here()
    row = connection.execute("SELECT sha256, path FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        return False
    kept, found = seals.kept(connection, document_id), seals.digests(connection, document_id)
    broken = {part for part in seals.PARTS if kept.get(part) != found[part]}
    whole_vectors = "vectors" not in broken
    indexed = {} if whole_vectors else _in_index(library)
    try:
        parcel = (
            _read_again(library.folder, row[0], row[1], read_file) if broken & {"text", "passages"} else None
        )
    except (LibraryDamagedError, ReadError):
        return False
    with transaction(connection):
        seals.release(connection, document_id)
        before = _vectors(connection, document_id) if whole_vectors else indexed
        if parcel is not None:
            _put_contents(connection, document_id, parcel)
            _put_passages(connection, document_id, parcel.passages)
        _put_vectors(connection, document_id, before)
    return True


def _read_again(folder: Path, sha256: str, path: str, read_file: Read | None) -> Parcel:
    data = sources.read_original(folder, sha256)
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / (Path(path).name or "document")  # readers go by the suffix too
        file.write_bytes(data)
        if read_file is not None:
            return read_file(Found(file, path))
        with ReadingProcess(Limits()) as process:
            return process.read(Found(file, path))


def _put_contents(connection: sqlite3.Connection, document_id: str, parcel: Parcel) -> None:
    document = parcel.document
    places = document.places.to_bytes() if document.places is not None else None
    connection.execute(
        "INSERT INTO contents VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " text = excluded.text, blocks = excluded.blocks, places = excluded.places",
        (document_id, document.text, read.blocks_to_json(document.blocks), places),
    )
    connection.execute("DELETE FROM pages WHERE document_id = ?", (document_id,))
    write.insert_pages(connection, document)


def _put_passages(connection: sqlite3.Connection, document_id: str, passages: tuple[Passage, ...]) -> None:
    """The same passages keep their numbers, since vectors and index know them by those."""
    asked = ("SELECT id FROM passages WHERE document_id = ? ORDER BY ordinal", (document_id,))
    if [row[0] for row in connection.execute(*asked)] == [passage.id for passage in passages]:
        for passage in passages:
            write.update_passage(connection, passage)
        return
    connection.execute("DELETE FROM passages WHERE document_id = ?", (document_id,))
    write.insert_rows(connection, document_id, passages)


def _put_vectors(connection: sqlite3.Connection, document_id: str, before: dict[str, Vector]) -> None:
    """The vectors there were, by passage id; where one is missing, the whole document waits for its own."""
    title = connection.execute("SELECT title FROM documents WHERE id = ?", (document_id,)).fetchone()[0]
    passages = read.passages_stored(connection, document_id)
    connection.execute(
        "DELETE FROM vectors WHERE passage IN (SELECT number FROM passages WHERE document_id = ?)",
        (document_id,),
    )
    connection.execute("DELETE FROM unembedded WHERE document_id = ?", (document_id,))
    if before.keys() >= {passage.id for passage in passages}:
        wordings = {passage.id: embedded_text(title, passage) for passage in passages}
        found = {passage.id: before[passage.id] for passage in passages}
        waiting.settle(connection, document_id, found, wordings)
    else:
        waiting.wait(connection, document_id, len(passages))


def _vectors(connection: sqlite3.Connection, document_id: str) -> dict[str, Vector]:
    rows = connection.execute(
        "SELECT id, vector FROM passages JOIN vectors ON passage = number WHERE document_id = ?",
        (document_id,),
    )
    return {name: np.frombuffer(vector, "<f4") for name, vector in rows}


def _in_index(library: Library) -> dict[str, Vector]:
    """Every vector of the index in use, by passage id; none where its seal is broken."""
    kept = current(library._here())
    return vectors.stored(library.folder, kept.number) if kept else {}
