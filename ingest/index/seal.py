"""The seal of a generation of the vector index: digests of its files, kept beside them.

The files are those in which Chroma 1.5.9 keeps a graph, and what hnswlib leaves in them beside it.

Reading changes one row of Chroma's SQLite file (`acquire_write`), and in generations of earlier versions a
graph that holds no vectors yet (they are in that file then): those are left out. Of the SQLite file the rows
are digested, of others the bytes.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import struct
from pathlib import Path

SEAL = "seal.json"
DATABASE = "chroma.sqlite3"
CHANGES_WHEN_READ = "acquire_write"
HEADER, GRAPH, LENGTHS = "header.bin", "data_level0.bin", "length.bin"


def write_seal(folder: Path) -> None:
    """Seal a generation that nobody has open."""
    files = digests(folder)
    (folder / SEAL).write_text(json.dumps({"files": files, "digest": _of(files)}), encoding="utf-8")


def broken_seal(folder: Path) -> str | None:
    """What differs from the seal, in words; None where nothing does, or an older program left no seal."""
    if not (folder / SEAL).exists():
        return None
    try:
        sealed = json.loads((folder / SEAL).read_text(encoding="utf-8"))
        if sealed["digest"] != _of(sealed["files"]):
            return "Its seal was changed."
        found = digests(folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, sqlite3.Error, struct.error) as error:
        return f"It cannot be read ({error})."
    changed = sorted(
        name for name in found.keys() | sealed["files"].keys() if found.get(name) != sealed["files"].get(name)
    )
    return f"{changed[0]} was changed." if changed else None


def digests(folder: Path) -> dict[str, str]:
    """By file name relative to the generation's folder."""
    found = {}
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and name != SEAL and not name.startswith(DATABASE + "-"):
            found[name] = _of_rows(file) if name == DATABASE else _of_bytes(file, _most(file))
    return found


def _most(file: Path) -> int | None:
    """How many bytes of a file count; None: all. Of a graph without vectors no file counts."""
    header = file.with_name(HEADER)
    if not header.is_file():
        return None
    most = _used(header)
    return most if file.name == GRAPH or not most else None


def _of_bytes(file: Path, most: int | None) -> str:
    total, left = hashlib.sha256(), file.stat().st_size if most is None else most
    with file.open("rb") as opened:
        while left > 0 and (chunk := opened.read(min(left, 1 << 20))):
            total.update(chunk)
            left -= len(chunk)
    return f"{total.hexdigest()}-{left}"


def _of_rows(file: Path) -> str:
    connection = sqlite3.connect(file.resolve().as_uri() + "?mode=ro", uri=True, timeout=10)
    try:
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("its pages do not hold together")
        total = hashlib.sha256()
        definitions = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        total.update(repr(definitions).encode())
        for (name,) in tables.fetchall():
            if name != CHANGES_WHEN_READ:
                # a name that this very file gives to its table
                for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608
                    total.update(repr(row).encode())
        return total.hexdigest()
    finally:
        connection.close()


def _of(files: dict[str, str]) -> str:
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()


def _used(header: Path) -> int:
    """How many bytes of the graph's file hold vectors. hnswlib's header: an int32, then sizes as uint64."""
    _, _, _, count, size = struct.unpack_from("<i4Q", header.read_bytes())
    return int(count * size)


def graph_written(folder: Path) -> bool:
    """Whether the generation's graph is on the disk. Where it is not, Chroma makes these files anew on each
    opening, from unset memory; so it was under 1,000 passages in generations of earlier versions.
    """
    try:
        return any(_used(header) for header in folder.glob(f"*/{HEADER}"))
    except (OSError, struct.error):
        return False


def blank_unset(folder: Path) -> None:
    """Zero the slots of the graph that hold no vector, and all lengths: they serve another measure than ours,
    and are never set. ValueError where the graph is shorter than its header says.
    """
    for header in folder.glob(f"*/{HEADER}"):
        _blank(header.with_name(GRAPH), _used(header))
        _blank(header.with_name(LENGTHS), 0)


def _blank(file: Path, start: int) -> None:
    unset = file.stat().st_size - start
    if unset < 0:
        raise ValueError(f"{file} is shorter than its header says.")
    with file.open("r+b") as opened:
        opened.seek(start)
        opened.write(bytes(unset))
