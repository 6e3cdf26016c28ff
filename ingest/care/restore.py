"""Restore: a library from a backup, checked before it takes its place."""

from __future__ import annotations

import errno
import hashlib
import json
import zipfile
import zlib
from contextlib import nullcontext
from pathlib import Path

from ingest.care.backup import FORMAT, MANIFEST
from ingest.care.verify import verify
from ingest.catalogue import erase
from ingest.catalogue.connect import CATALOGUE, transaction
from ingest.disk.durable import sync_tree
from ingest.disk.lock import writer_lock
from ingest.disk.rescue import MARK, aside_of, before_of, make_way, remove_marked, rescue
from ingest.disk.sources import SOURCES
from ingest.disk.steps import step
from ingest.disk.token_store import TOKENS
from ingest.disk.trouble import told_clearly
from ingest.errors import LibraryDamagedError, NotFoundError, SettingsError
from ingest.library import Library

UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError),
    *(AttributeError, OSError, RuntimeError),
)
OF_THE_DISK = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG, errno.EROFS, errno.EACCES))
"""What the place restored to can fail with, and no fault of the backup's."""


def restore(file: Path, folder: Path, *, replace: bool = False) -> Path:
    """Make the library in `folder` from a backup; one that is there is replaced only if so told.

    Everything is checked before anything is replaced. What was erased since the backup was taken, as far as
    the library to be replaced remembers, is erased again. NotFoundError, SettingsError, LibraryBusyError;
    LibraryDamagedError where the backup is not whole.
    """
    if not file.is_file():
        raise NotFoundError(f"There is no file {file}.", "Check the path.")
    with told_clearly(folder):
        rescue(folder)
    there = (folder / CATALOGUE).is_file()
    if there and not replace:
        raise SettingsError(
            f"There is a library in {folder} already.",
            "Add --replace, or choose another folder with --library.",
        )
    erased = _erasures(folder) if there else []
    aside = aside_of(folder)
    with told_clearly(folder), writer_lock(folder) if there else nullcontext():
        make_way(aside)
        make_way(before_of(folder))
        try:
            aside.mkdir(parents=True)
            (aside / MARK).touch()
            _unpack(file, aside)
            _prepare(aside, erased)
            sync_tree(aside)
            step("restored aside")
            _exchange(folder, aside, before_of(folder), there=there)
        finally:
            remove_marked(aside)
    remove_marked(before_of(folder))
    (folder / MARK).unlink(missing_ok=True)
    step("restored")
    return folder


def _unpack(file: Path, aside: Path) -> None:
    """Every file of the manifest and no other, each compared with its hash."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            if manifest["format"] != FORMAT:
                raise SettingsError(
                    "The backup is from a newer version of the program.", "Update the program and try again."
                )
            for name, digest in manifest["files"].items():
                _take(archive, name, digest, aside)
    except UNREADABLE as error:
        if isinstance(error, OSError) and error.errno in OF_THE_DISK:
            raise
        raise _not_whole(file) from error
    if not (aside / CATALOGUE).is_file():
        raise _not_whole(file)


def _take(archive: zipfile.ZipFile, name: str, digest: str, aside: Path) -> None:
    parts = name.split("/")
    known = name == CATALOGUE or (len(parts) == 2 and parts[0] in (SOURCES, TOKENS))
    if not known or parts[-1] in ("", ".", "..") or "\\" in name or ":" in name:
        raise ValueError(name)
    place = aside.joinpath(*parts)
    place.parent.mkdir(parents=True, exist_ok=True)
    total = hashlib.sha256()
    with archive.open(name) as source, place.open("wb") as target:
        while chunk := source.read(1 << 20):
            total.update(chunk)
            target.write(chunk)
    if total.hexdigest() != digest:
        raise ValueError(name)


def _prepare(aside: Path, erased: list[tuple[str, str]]) -> None:
    """Bring the library up to date, erase what was erased since, build its index, and check it."""
    with Library.open(aside) as library, library.writing():
        again = {mark for mark, _ in erased}
        stored = [*library.documents(), *library.removed()]
        found = [record.id for record in stored if erase.mark_of(record.sha256) in again]
        with transaction(library._here()) as connection:
            erase.add_marks(connection, erased)
            library._index.drop(connection)
        if found:
            library.erase(*found, refresh=False)
        library.refresh_index()
    report = verify(aside, deep=True)
    if report.faults:
        raise LibraryDamagedError(
            f"The backup holds a damaged library: {report.faults[0].what}", "Use an older backup."
        )


def _erasures(folder: Path) -> list[tuple[str, str]]:
    try:
        with Library.open(folder) as library:
            return erase.marks(library._here())
    except LibraryDamagedError:
        return []


def _exchange(folder: Path, aside: Path, before: Path, *, there: bool) -> None:
    """Put the new folder in the old one's place. Between the renames there is none (`ingest.disk.rescue`)."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    if not there:
        if folder.is_dir() and any(folder.iterdir()):
            raise SettingsError(f"{folder} holds other files.", "Choose an empty or a new folder.")
        if folder.is_dir():
            folder.rmdir()
    else:
        (folder / MARK).touch()
        folder.rename(before)
        step("old library set aside")
    try:
        aside.rename(folder)
    except OSError:
        rescue(folder)
        raise


def _not_whole(file: Path) -> LibraryDamagedError:
    return LibraryDamagedError(f"{file} is no backup, or not a whole one.", "Use another backup.")
