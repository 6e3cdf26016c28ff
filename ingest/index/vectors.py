"""Vector index: generations of a Chroma collection, each built aside, checked, and never changed after.

The only file that knows Chroma. A Chroma store that is changed in place does not survive a kill reliably
(chroma issues 7510 and 7678), so a generation is a folder of its own that takes its name when it is whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.disk.durable import sync_folder, sync_tree
from ingest.disk.steps import step
from ingest.index.seal import SEAL, blank_unset, broken_seal, graph_written, write_seal
from ingest.offline import go_offline

go_offline()

VECTORS = "vectors"
COLLECTION = "passages"
BATCH = 5000
"""Chroma 1.5 takes at most 5,461 records a call."""

# Malkov and Yashunin (2018): more neighbours and a wider search raise recall. One thread: the rest of the
# machine is for reading. Written out from the first vector on
# (`sync_threshold`), so that reading writes nothing: see `graph_written`.
GRAPH = {
    "space": "ip",
    "ef_construction": 200,
    "max_neighbors": 32,
    "ef_search": 400,
    "num_threads": 1,
    "batch_size": 1,
    "sync_threshold": 1,
}

Vectors = npt.NDArray[np.float32]


class UnsoundGenerationError(Exception):
    """A generation does not hold what was put into it, or Chroma cannot open it."""


class Generation:
    """One generation, open for searching. Raises UnsoundGenerationError where Chroma fails."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        if not create and not (folder / "chroma.sqlite3").is_file():
            raise UnsoundGenerationError(f"There is no vector index in {folder}.")
        if not create and not graph_written(folder):
            raise UnsoundGenerationError(
                f"The vector index in {folder} is not whole, or an old one: the next to write builds it anew."
            )
        import chromadb  # takes half a second or more; a question answered from full text needs none of it
        from chromadb.config import Settings

        self._client: Any = None
        self._size: int | None = None
        try:
            with _chroma():
                settings = Settings(anonymized_telemetry=False)
                self._client = chromadb.PersistentClient(str(folder), settings=settings)
                self._collection = self._open(create=create)
        except BaseException:
            self.close()
            raise

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Put vectors (n, d) in, in batches."""
        self._size = None
        for start in range(0, len(ids), BATCH):
            part = slice(start, start + BATCH)
            with _chroma():
                self._collection.upsert(ids=list(ids[part]), embeddings=vectors[part])

    def nearest(self, vector: Vectors, limit: int) -> list[str]:
        """Ids of about the `limit` nearest passages, nearest first."""
        with _chroma():
            if self._size is None:  # once: no generation changes while it is searched
                self._size = self._collection.count()
            count = min(limit, self._size)
            if not count:
                return []
            found = self._collection.query(query_embeddings=[vector], n_results=count, include=["distances"])
        return [str(passage) for passage in found["ids"][0]]

    def check(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Read every vector back: the same ids and the same values, or UnsoundGenerationError."""
        with _chroma():
            if self._collection.count() != len(ids):
                raise UnsoundGenerationError("The vector index holds another number of passages.")
            for start in range(0, len(ids), BATCH):
                part = slice(start, start + BATCH)
                found = self._collection.get(ids=list(ids[part]), include=["embeddings"])
                _same(ids[part], vectors[part], found["ids"], found["embeddings"])

    def everything(self) -> dict[str, Vectors]:
        """Every vector (d,), by passage id."""
        with _chroma():
            found = self._collection.get(include=["embeddings"])
        return dict(zip(found["ids"], np.asarray(found["embeddings"], np.float32), strict=True))

    def close(self) -> None:
        """Release the folder: afterwards it may be renamed or removed."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _open(self, *, create: bool) -> Any:
        if create:
            return self._client.get_or_create_collection(
                COLLECTION, embedding_function=None, configuration={"hnsw": GRAPH}
            )
        return self._client.get_collection(COLLECTION, embedding_function=None)


def build(
    folder: Path, number: int, ids: Sequence[str], vectors: Vectors, *, onto: int | None = None, new: int = 0
) -> None:
    """Make generation `number` hold exactly these vectors, checked.

    Where `onto` names a sound generation that holds all but the last `new` of them, a copy of it is
    extended; else it is built afresh. It takes its name only when it is whole.
    """
    place, part = folder_of(folder, number), folder_of(folder, number).with_suffix(".part")
    for attempt in ([onto] if onto is not None else []) + [None]:
        for stale in (place, part):
            shutil.rmtree(stale, ignore_errors=True)
        try:
            _fill(part, folder_of(folder, attempt) if attempt is not None else None, ids, vectors, new)
            break
        except (UnsoundGenerationError, OSError):
            if attempt is None:
                raise
    step("index checked")
    sync_tree(part)
    part.rename(place)
    sync_folder(place.parent)
    step("index named")


def fault_of(folder: Path, number: int, ids: Sequence[str], vectors: Vectors, *, deep: bool) -> str | None:
    """What is wrong with generation `number`, if anything; it should hold these vectors.

    Without `deep` it is opened and asked for one of them.
    """
    place = folder_of(folder, number)
    if deep and (told := broken_seal(place)):
        return told
    try:
        with closing(Generation(place)) as generation:
            if deep:
                generation.check(ids, vectors)
            elif len(ids) and not generation.nearest(vectors[0], 1):
                return "It finds nothing."
    except UnsoundGenerationError as error:
        return str(error)
    return None


def stored(folder: Path, number: int) -> dict[str, Vectors]:
    """Every vector (d,) of generation `number`, by passage id; none where it is not whole, or cannot say."""
    place = folder_of(folder, number)
    if not (place / SEAL).exists() or broken_seal(place):
        return {}
    try:
        with closing(Generation(place)) as generation:
            return generation.everything()
    except UnsoundGenerationError:
        return {}


def sweep(folder: Path, keep: int | None) -> None:
    """Remove every generation but one; those another process still holds open may go later."""
    for stale in others(folder, keep):
        if stale.is_dir():
            shutil.rmtree(stale, ignore_errors=True)
        else:
            stale.unlink(missing_ok=True)


def others(folder: Path, keep: int | None) -> list[Path]:
    """What there is beside the generation to keep."""
    stored = folder / VECTORS
    found = stored.iterdir() if stored.is_dir() else ()
    return sorted(place for place in found if keep is None or place.name != str(keep))


def folder_of(folder: Path, number: int) -> Path:
    """Where a generation lives in a library's folder."""
    return folder / VECTORS / str(number)


def _fill(part: Path, base: Path | None, ids: Sequence[str], vectors: Vectors, new: int) -> None:
    part.parent.mkdir(exist_ok=True)
    if base is not None:
        shutil.copytree(base, part, ignore=shutil.ignore_patterns(SEAL))
    start = len(ids) - new if base is not None else 0
    with closing(Generation(part, create=True)) as generation:
        generation.add(ids[start:], vectors[start:])
        step("index filled")
        generation.check(ids, vectors)
    with _chroma():
        blank_unset(part)
    write_seal(part)


def _same(ids: Sequence[str], vectors: Vectors, found_ids: Sequence[str], found: Any) -> None:
    if set(found_ids) != set(ids):
        raise UnsoundGenerationError("The vector index holds other passages.")
    position = {passage: i for i, passage in enumerate(found_ids)}
    back = np.asarray(found, np.float32)[[position[passage] for passage in ids]]
    if not np.array_equal(back, vectors):
        raise UnsoundGenerationError("The vector index holds other vectors.")


@contextmanager
def _chroma() -> Iterator[None]:
    """Chroma raises many kinds, and its Rust side panics as BaseException: all mean that it is of no use."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, UnsoundGenerationError):
        raise
    except BaseException as error:
        raise UnsoundGenerationError(f"The vector index cannot be used: {error}") from error
