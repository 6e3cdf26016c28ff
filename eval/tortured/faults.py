"""Faults: what a disk, a person or another program may do to a library, one function a kind, by name."""

from __future__ import annotations

import random
import shutil
import sqlite3
import struct
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

Chance = random.Random


def _sql(statement: str) -> Callable[[Path, Chance], None]:
    """A change by another program.

    `{n}` is a passage's number, `{d}` a document's id, `{p}` that of one with a path, `{k}` 1 to 9.
    """

    def do(library: Path, chance: Chance) -> None:
        connection = sqlite3.connect(library / "catalogue.db")
        numbers = [row[0] for row in connection.execute("SELECT passage FROM vectors ORDER BY passage")]
        ids = [row[0] for row in connection.execute("SELECT id FROM documents ORDER BY id")]
        placed = [row[0] for row in connection.execute("SELECT document_id FROM paths ORDER BY document_id")]
        chosen = {"n": chance.choice(numbers), "d": chance.choice(ids), "p": chance.choice(placed)}
        filled = statement.format(**chosen, k=chance.randint(1, 9))
        with connection:
            connection.executescript(filled)
        connection.close()

    return do


def _flip_in_catalogue(library: Path, chance: Chance) -> None:
    """One bit of a stored text or vector, in the file itself."""
    file = library / "catalogue.db"
    connection = sqlite3.connect(file)
    rows = connection.execute(
        "SELECT text FROM passages UNION ALL SELECT vector FROM vectors UNION ALL SELECT title FROM documents"
    ).fetchall()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    value = chance.choice(rows)[0]
    stored = value if isinstance(value, bytes) else value.encode()
    data = bytearray(file.read_bytes())
    places, at = [], data.find(stored)
    while at >= 0:
        places.append(at)
        at = data.find(stored, at + 1)
    data[chance.choice(places) + chance.randrange(len(stored))] ^= 1 << chance.randrange(6)
    file.write_bytes(data)


def _flip(pattern: str) -> Callable[[Path, Chance], None]:
    """One bit of a file."""

    def do(library: Path, chance: Chance) -> None:
        file = chance.choice(_files(library, pattern))
        data = bytearray(file.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(data)

    return do


def _flip_in_token_index(library: Path, chance: Chance) -> None:
    """One bit of what a token index says; the ZIP file round it also holds dates, which say nothing."""
    file = chance.choice(_files(library, "tokens/*.npz"))
    whole, before = file.read_bytes(), _arrays(file)
    while _arrays(file) == before:
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(data)


def _arrays(file: Path) -> dict[str, bytes] | None:
    try:
        with np.load(file, allow_pickle=False) as index:
            return {name: index[name].tobytes() + str(index[name].dtype).encode() for name in index.files}
    except Exception:
        return None


def _tear(pattern: str) -> Callable[[Path, Chance], None]:
    """A file ends early."""

    def do(library: Path, chance: Chance) -> None:
        file = chance.choice(_files(library, pattern))
        data = file.read_bytes()
        file.write_bytes(data[: chance.randrange(len(data))])

    return do


def _lose(pattern: str) -> Callable[[Path, Chance], None]:
    """A file or folder is gone."""

    def do(library: Path, chance: Chance) -> None:
        place = chance.choice(sorted(library.glob(pattern)))
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink()

    return do


def _stray(name: str) -> Callable[[Path, Chance], None]:
    """A file that belongs to nothing."""

    def do(library: Path, chance: Chance) -> None:
        (library / name.format(f"{chance.getrandbits(64):016x}")).write_bytes(chance.randbytes(20))

    return do


def _swap_files(library: Path, chance: Chance) -> None:
    one, other = chance.sample(_files(library, "sources/*"), 2)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def _index_row(statement: str) -> Callable[[Path, Chance], None]:
    """A change in Chroma's own file."""

    def do(library: Path, chance: Chance) -> None:
        connection = sqlite3.connect(_files(library, "vectors/*/chroma.sqlite3")[0])
        rows = [row[0] for row in connection.execute("SELECT id FROM embeddings ORDER BY id")]
        with connection:
            connection.execute(statement, (chance.choice(rows),))
        connection.close()

    return do


def _flip_in_graph(library: Path, chance: Chance) -> None:
    """One bit of one vector of the graph. hnswlib's header says where: an int32, then sizes as uint64."""
    header = _files(library, "vectors/*/*/header.bin")[0]
    _, _, _, count, size, end, start = struct.unpack_from("<i6Q", header.read_bytes())
    graph = header.with_name("data_level0.bin")
    data = bytearray(graph.read_bytes())
    data[chance.randrange(count) * size + chance.randrange(start, end)] ^= 1 << chance.randrange(8)
    graph.write_bytes(data)


def _files(library: Path, pattern: str) -> Sequence[Path]:
    return sorted(file for file in library.glob(pattern) if file.is_file() and file.stat().st_size)


FAULTS: dict[str, Callable[[Path, Chance], None]] = {
    "a flipped bit in the catalogue": _flip_in_catalogue,
    "a changed passage": _sql("UPDATE passages SET text = text || '{k}' WHERE number = {n}"),
    "a passage's place changed": _sql("UPDATE passages SET start = start + {k} WHERE number = {n}"),
    "a changed text": _sql("UPDATE contents SET text = text || '{k}' WHERE document_id = '{d}'"),
    "a lost text": _sql("DELETE FROM contents WHERE document_id = '{d}'"),
    "a changed label": _sql("UPDATE documents SET label = 'open{k}' WHERE id = '{d}'"),
    "a changed title": _sql("UPDATE documents SET title = 'Title {k}' WHERE id = '{d}'"),
    "a changed path": _sql("UPDATE paths SET origin = '/{k}' WHERE document_id = '{p}'"),
    "a lost path": _sql("DELETE FROM paths WHERE document_id = '{p}'"),
    "a lost document": _sql("DELETE FROM documents WHERE id = '{d}'"),
    "a lost passage": _sql("DELETE FROM passages WHERE number = {n}"),
    "a lost vector": _sql("DELETE FROM vectors WHERE passage = {n}"),
    "a vector of nothing": _sql("UPDATE vectors SET vector = zeroblob(64) WHERE passage = {n}"),
    "a short vector": _sql("UPDATE vectors SET vector = zeroblob(4{k}) WHERE passage = {n}"),
    "another passage's vector": _sql(
        "UPDATE vectors SET vector = (SELECT vector FROM vectors v WHERE v.passage <> {n} LIMIT 1)"
        " WHERE passage = {n}"
    ),
    "another model": _sql("UPDATE meta SET value = 'other-{k}' WHERE key = 'identity'"),
    "another version": _sql("UPDATE meta SET value = '{k}-abc' WHERE key = 'version'"),
    "a lost fact of the library": _sql("DELETE FROM meta WHERE key = 'identity'"),
    "words forgotten": _sql("INSERT INTO words (words) VALUES ('delete-all')"),
    "words of one passage forgotten": _sql(
        "INSERT INTO words (words, rowid, text, heading, title)"
        " SELECT 'delete', number, text, heading, title FROM searchable WHERE number = {n}"
    ),
    "a lost trigger": _sql("DROP TRIGGER pages_INSERT_NEW"),
    "a foreign trigger": _sql("CREATE TRIGGER t{k} AFTER INSERT ON meta BEGIN DELETE FROM paths; END"),
    "a lost index": _sql("DROP INDEX vectors_wording"),
    "a foreign table": _sql("CREATE TABLE notes{k} (a)"),
    "another generation": _sql("UPDATE generations SET number = number + {k}"),
    "a generation of other extent": _sql("UPDATE generations SET passages = passages + {k}"),
    "a changed seal": _sql("UPDATE seals SET digest = zeroblob(32) WHERE document_id = '{d}'"),
    "lost seals": _sql("DELETE FROM seals WHERE document_id = '{d}'"),
    "a flipped bit in an original": _flip("sources/*"),
    "a torn original": _tear("sources/*"),
    "a lost original": _lose("sources/*"),
    "two originals swapped": _swap_files,
    "a stray original": _stray("sources/{0}{0}{0}{0}"),
    "a flipped bit in token vectors": _flip("tokens/*.vectors.npy"),
    "a flipped bit in a token index": _flip_in_token_index,
    "torn token vectors": _tear("tokens/*.vectors.npy"),
    "a torn token index": _tear("tokens/*.npz"),
    "a lost token index": _lose("tokens/*.npz"),
    "lost token vectors": _lose("tokens/*.npy"),
    "stray token vectors": _stray("tokens/{0}.vectors.npy"),
    "a flipped bit in a fact": _flip("derived/*"),
    "a torn fact": _tear("derived/*"),
    "a stray fact": _stray("derived/{0}.facts.json"),
    "a stray file": _stray("notes {0}.txt"),
    "a lost generation": _lose("vectors/*"),
    "a lost file of the index": _lose("vectors/*/chroma.sqlite3"),
    "a lost graph of the index": _lose("vectors/*/*/header.bin"),
    "a torn index": _tear("vectors/*/chroma.sqlite3"),
    "a changed vector in the index": _flip_in_graph,
    "a changed name in the index": _index_row("UPDATE embeddings SET embedding_id = 'other' WHERE id = ?"),
    "a lost vector in the index": _index_row("DELETE FROM embeddings WHERE id = ?"),
    "a flipped bit in the index's seal": _flip("vectors/*/seal.json"),
    "a stray generation": _stray("vectors/{0}"),
}
"""What is done to a library, by name."""

NOT_MENDABLE = frozenset(
    (
        *("a lost document", "a foreign table", "a stray file", "a torn original", "a lost original"),
        *("a flipped bit in an original", "two originals swapped"),
    )
)
"""The original file itself is the last copy, and what others put there is theirs: only a backup helps, or a
person. An original comes back where the file is still where it was ingested from.
"""

TAKEN_FOR_WANTED = frozenset(
    (
        *("a changed label", "a changed title", "a changed path", "a lost path", "another model"),
        *("another version", "a lost fact of the library", "a changed seal", "lost seals"),
    )
)
"""Nothing tells what it was before: a repair says so and seals what is there."""
