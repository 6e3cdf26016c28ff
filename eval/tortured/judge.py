"""The judge: what may and must be seen in a library after a kill, and whether two runs ended alike."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.tortured.scene import MARKER, STATES, Scene, name_of
from eval.tortured.work import open_library, work
from ingest.care.optimize import size_of
from ingest.care.verify import verify
from ingest.catalogue.connect import CATALOGUE
from ingest.disk.rescue import before_of
from ingest.errors import ScrutinyError
from ingest.filters import WITH_SUPERSEDED
from ingest.index.vectors import Generation, folder_of
from ingest.library import Library

MOST_BYTES = 24 * 2**20
"""Far above what the whole scene takes, far below what a runaway index would."""


def problems_after(scene: Scene, wanted: Sequence[str], *, in_order: bool = True) -> list[str]:
    """Everything wrong after a kill. The work is then resumed, and must end as an unkilled run did, whose
    digests are `wanted`: with the order in which documents came in, and without.
    """
    found = [] if size_of(scene.folder) < MOST_BYTES else ["the folder has grown without bound"]
    found += seen(scene)
    found += faults(scene.library)
    try:
        work(scene)
    except ScrutinyError as error:
        return [*found, f"it cannot be resumed: {error}"]
    found += [f"resumed: {told}" for told in (*seen(scene), *faults(scene.library))]
    found += [f"left behind: {name}" for name in beside(scene)]
    if digest(scene, in_order=in_order) != wanted[0 if in_order else 1]:
        found.append("the resumed run ends otherwise than an unkilled one")
    return found


def seen(scene: Scene) -> list[str]:
    """What a reader sees before any writer has cleared up: everything acknowledged, and nothing by halves."""
    done, since = scene.told()
    before, after = STATES[done], STATES[min(done + 1, len(STATES) - 1)]
    if not (scene.library / CATALOGUE).exists() and not before_of(scene.library).exists():
        return ["the library is gone"] if before or since else []
    with open_library(scene, create=not (before or since)) as library:
        names, found = set(), []
        for record in library.documents(WITH_SUPERSEDED):
            name = name_of(library.document(record.id).text)
            found += _half(library, record.id) if name else [f"half a document: {record.source}"]
            names.add(name or record.source)
        if MARKER in str(library.full_text([[MARKER]], WITH_SUPERSEDED, 1)) and "c" not in before:
            found.append("a word of an erased document is found")
    lost = (before & after | since & after) - names
    found += [f"acknowledged and lost: {name}" for name in sorted(lost)]
    return found + [f"nobody put it there: {name}" for name in sorted(names - before - after)]


def beside(scene: Scene) -> list[str]:
    """What lies beside the library and its backup, where nothing else should."""
    there = {scene.library.name, scene.backup.name}
    return sorted(place.name for place in scene.library.parent.iterdir() if place.name not in there)


def faults(folder: Path) -> list[str]:
    """What a deep check finds."""
    if not (folder / CATALOGUE).exists():
        return []
    return [f"verify: {fault.part} {fault.where}: {fault.what}" for fault in verify(folder, deep=True).faults]


def digest(scene: Scene, *, in_order: bool = True, derived: bool = True) -> str:
    """SHA-256 over everything the library holds, by names that do not change from run to run.

    The library's version tells the order in which documents came in: a file that failed comes in later.
    Without `derived`: but for what is worked out again when it is wanted.
    """
    found = contents(scene)
    if not in_order:
        found["meta"] = [row for row in found["meta"] if row[0] != "version"]
    for name in () if derived else ("tokens", "derived"):
        del found[name]
    told = json.dumps(found, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def contents(scene: Scene) -> dict[str, Any]:
    """Catalogue, full text, vector index and files of a library; not the numbers SQLite gave to rows."""
    with Library.open(scene.library) as library:
        connection = library._here()
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, words, instance)")
        found: dict[str, Any] = {
            name: [list(map(_plain, row)) for row in connection.execute(query)] for name, query in DUMPS
        }
        found["paths"] = [[Path(origin).name, id_] for origin, id_ in found["paths"]]
        found["index"] = _index(library)
    for name in ("sources", "tokens"):
        files = sorted((scene.library / name).glob("*"))
        found[name] = [[file.name, hashlib.sha256(file.read_bytes()).hexdigest()] for file in files]
    found["derived"] = sorted(file.name for file in (scene.library / "derived").glob("*"))
    return found


DUMPS = (
    ("documents", "SELECT * FROM documents ORDER BY id"),
    ("contents", "SELECT * FROM contents ORDER BY document_id"),
    ("paths", "SELECT * FROM paths ORDER BY origin"),
    ("pages", "SELECT * FROM pages ORDER BY document_id, ordinal"),
    (
        "passages",
        'SELECT id, document_id, ordinal, start, "end", heading_path, header, text, vector, wording'
        " FROM passages LEFT JOIN vectors ON passage = number ORDER BY id",
    ),
    (
        "words",
        "SELECT term, id, col, offset FROM temp.terms JOIN passages ON number = doc"
        " ORDER BY term, id, col, offset",
    ),
    ("meta", "SELECT * FROM meta ORDER BY key"),
    ("erasures", "SELECT digest FROM erasures ORDER BY digest"),
    ("waiting", "SELECT * FROM unembedded"),
)


def _index(library: Library) -> list[list[str]]:
    connection = library._here()
    row = connection.execute("SELECT number FROM generations").fetchone()
    if row is None:
        return []
    generation = Generation(folder_of(library.folder, row[0]))
    try:
        held = generation._collection.get(include=["embeddings"])
    finally:
        generation.close()
    pairs = zip(held["ids"], held["embeddings"], strict=True)
    return sorted([name, vector.astype("<f4").tobytes().hex()] for name, vector in pairs)


def _half(library: Library, document_id: str) -> list[str]:
    """Whether a document lacks passages, or has vectors for some of them only."""
    connection = library._here()
    text, passages = library.document(document_id).text, library.passages_of(document_id)
    vectors = connection.execute(
        "SELECT count(*) FROM vectors JOIN passages ON number = passage WHERE document_id = ?", (document_id,)
    ).fetchone()[0]
    words = connection.execute(
        "SELECT count(*) FROM words JOIN passages ON number = words.rowid"
        " WHERE document_id = ? AND words MATCH 'minutes'",
        (document_id,),
    ).fetchone()[0]
    whole = [passage.text for passage in passages] == text.split("\n")
    told = [] if whole and words == len(passages) else [f"half a document: {document_id}"]
    return told + ([] if vectors in (0, len(passages)) else [f"some vectors only: {document_id}"])


def _plain(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value
