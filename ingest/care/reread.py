"""Reread: a document whose stored text, passages or vectors were changed is made again from its original.

Vectors are not made here: those of the vector index, where that is whole, or those of the next ingest.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ingest.catalogue import replace, seals, write
from ingest.catalogue.connect import transaction
from ingest.discover import Found
from ingest.disk import sources
from ingest.disk.leftovers import scratch
from ingest.errors import LibraryDamagedError, ReadError
from ingest.index import vectors
from ingest.index.index import current
from ingest.library import Library
from ingest.reading.limits import Limits
from ingest.reading.parcel import Parcel
from ingest.reading.process import ReadingProcess

Read = Callable[[Found], Parcel]


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
        before = replace.vectors(connection, document_id) if whole_vectors else indexed
        if parcel is not None:
            write.put_contents(connection, parcel.document)
            replace.put_passages(connection, document_id, parcel.passages)
        replace.put_vectors(connection, document_id, before)
    return True


def _read_again(folder: Path, sha256: str, path: str, read_file: Read | None) -> Parcel:
    data = sources.read_original(folder, sha256)
    with scratch(folder) as place:
        file = place / (Path(path).name or "document")  # readers go by the suffix too
        file.write_bytes(data)
        if read_file is not None:
            return read_file(Found(file, path))
        with ReadingProcess(Limits()) as process:
            return process.read(Found(file, path))


def _in_index(library: Library) -> dict[str, replace.Vector]:
    """Every vector of the index in use, by passage id; none where its seal is broken."""
    kept = current(library._here())
    return vectors.stored(library.folder, kept.number) if kept else {}
