"""Backup: a library in one file, taken while others read and write.

It holds the catalogue (with text and vectors), the originals and the token vectors; the vector index and
derived facts are made anew, and the service's keys stay where they are. It is a ZIP file with a manifest of
hashes, written aside and named when it is whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ingest.catalogue.connect import CATALOGUE
from ingest.disk.backup_scratch import WRITTEN, backup_scratch
from ingest.disk.durable import sync_file, sync_folder
from ingest.disk.sources import SOURCES
from ingest.disk.steps import step
from ingest.disk.token_store import TOKENS
from ingest.disk.trouble import told_clearly
from ingest.errors import LibraryDamagedError, NotFoundError, SettingsError
from ingest.filters import Filters
from ingest.library import Library

MANIFEST = "manifest.json"
FORMAT = 1
TRIES = 3


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup holds: its file, size in bytes, current documents, the library's version.

    `aside` counts those superseded or removed, which it holds too.
    """

    file: Path
    size: int
    documents: int
    version: str
    aside: int = 0


def back_up(folder: Path, file: Path) -> BackupReport:
    """Write a backup of the library to `file`, which must not exist and not be in the library.

    NoLibraryError, SettingsError, LibraryDamagedError where an original is missing or changed.
    """
    _refuse_place(folder, file)
    with Library.open(folder) as library:
        version, documents = library.version, len(library.documents())
        aside = len(library.documents(Filters(include_superseded=True))) + len(library.removed()) - documents
    with told_clearly(folder):
        _take(folder, file)
    step("backup written")
    return BackupReport(file, file.stat().st_size, documents, version, aside)


def _take(folder: Path, file: Path) -> None:
    """The backup written aside, made to last, and named."""
    try:
        with backup_scratch(folder, file.parent) as scratch:
            for attempt in range(1, TRIES + 1):
                try:
                    _write(folder, scratch)
                    break
                except FileNotFoundError as error:  # a document was erased meanwhile
                    if attempt == TRIES:
                        raise _gone(error) from error
            _refuse_place(folder, file)  # another may have taken the name meanwhile
            os.replace(scratch / WRITTEN, file)
            sync_folder(file.absolute().parent)
    except OSError as error:
        raise SettingsError(
            f"The backup {file} cannot be written: {error.strerror}.", "Check the folder and its free space."
        ) from error


def _write(folder: Path, scratch: Path) -> None:
    copy, part = scratch / CATALOGUE, scratch / WRITTEN
    copy.unlink(missing_ok=True)
    _copy_catalogue(folder / CATALOGUE, copy)
    step("backup begun")
    hashes: dict[str, str] = {}
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with (
        os.fdopen(descriptor, "wb") as raw,
        zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out,
    ):
        for name, place in _members(folder, copy):
            hashes[name] = _add(out, name, place)
            if name.startswith(f"{SOURCES}/") and hashes[name] != place.name:
                raise LibraryDamagedError(
                    f"The original {place.name} was changed.", "Run scrutiny verify --deep, then repair."
                )
        out.writestr(MANIFEST, json.dumps({"format": FORMAT, "files": hashes}))
    sync_file(part)
    step("backup packed")


def _copy_catalogue(file: Path, copy: Path) -> None:
    """One state of the catalogue, whatever is written meanwhile."""
    source = sqlite3.connect(file.resolve().as_uri() + "?mode=ro", uri=True, timeout=10)
    with closing(source), closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")


def _members(folder: Path, copy: Path) -> Iterator[tuple[str, Path]]:
    yield CATALOGUE, copy
    with closing(sqlite3.connect(copy)) as connection:
        rows = connection.execute("SELECT sha256, id FROM documents ORDER BY id").fetchall()
    for sha256, document_id in rows:
        yield f"{SOURCES}/{sha256}", folder / SOURCES / sha256
        for place in sorted((folder / TOKENS).glob(f"{document_id}.*")):
            if ".part" not in place.name:
                yield f"{TOKENS}/{place.name}", place


def _add(out: zipfile.ZipFile, name: str, place: Path) -> str:
    total = hashlib.sha256()
    with place.open("rb") as source, out.open(name, "w", force_zip64=True) as target:
        while chunk := source.read(1 << 20):
            total.update(chunk)
            target.write(chunk)
    return total.hexdigest()


def _refuse_place(folder: Path, file: Path) -> None:
    if file.exists():
        raise SettingsError(f"{file} is there already.", "Give another name, or move that file away.")
    if file.absolute().is_relative_to(folder.absolute()):
        raise SettingsError("A backup cannot be kept in the library itself.", "Give a place elsewhere.")
    if not file.absolute().parent.is_dir():
        raise NotFoundError(f"There is no folder {file.parent}.", "Make it, or give another place.")


def _gone(error: OSError) -> LibraryDamagedError:
    return LibraryDamagedError(
        f"A file of the library is missing: {error.filename}.", "Run scrutiny verify --deep, then repair."
    )
