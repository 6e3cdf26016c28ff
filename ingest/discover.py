"""Which files an ingest run takes: those named, and the documents inside the folders named."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import NotFoundError, ReadError

# Formats that people keep documents in, whether or not there is a reader: an old .doc is tried and its
# failure reported, because leaving it out in silence would look as if it had been searched.
DOCUMENTS = frozenset(
    (
        *(".pdf",),
        *(".docx", ".docm", ".dotx", ".doc", ".rtf", ".odt", ".ott", ".pages"),
        *(".xlsx", ".xlsm", ".xls", ".ods", ".ots", ".numbers", ".csv", ".tsv"),
        *(".pptx", ".pptm", ".ppt", ".odp", ".key"),
        *(".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text"),
        *(".eml", ".msg", ".mht", ".mhtml"),
        *(".tif", ".tiff"),  # scans; other pictures in a folder are seldom documents, and are read when named
    )
)

MESSAGES = (".eml", ".msg")
"""How the names of e-mails end."""

ARCHIVES = frozenset({".zip", ".7z", ".rar"})
"""What papers are sent round in together."""


@dataclass(frozen=True)
class Found:
    """A file to take. `shown_as` is its path relative to the folder that was named, with forward slashes."""

    path: Path
    shown_as: str

    @property
    def unfit(self) -> ReadError | None:
        """Why it is not opened at all: its name could not be kept, or what it is would be waited for."""
        place = os.path.realpath(self.path)
        if shown(place) != place:
            return ReadError("Its name, or a folder's, holds bytes that are no text.", "Rename it.")
        try:
            mode = self.path.stat().st_mode
        except PermissionError:  # also of a folder that was shut since it was looked into
            return ReadError("It cannot be opened: Permission denied.", "Check that you may read it.")
        except OSError:
            mode = 0
        if stat.S_ISDIR(mode):
            return ReadError("The folder cannot be opened.", "Check that you may read it.")
        if not stat.S_ISREG(mode):
            return ReadError("It is no file, or leads to none.", "Check what it is.")
        return None


@dataclass(frozen=True)
class Discovery:
    """What there is to take, in order, and what was passed over inside folders (as it would be shown).

    A folder that is a link to another place is not gone into: it is passed over, and ends in a slash.
    """

    files: tuple[Found, ...]
    skipped: tuple[str, ...]


def discover(paths: Sequence[Path], library: Path | None = None) -> Discovery:
    """Every file named, and every document in the folders named, sorted, each once. NotFoundError.

    A library's own folder below them is left out.
    """
    missing = [path for path in paths if not os.path.exists(path)]
    if missing:
        raise NotFoundError(f"There is no file or folder {missing[0]}.", "Check the path.")
    files: dict[str, Found] = {}
    skipped: dict[str, None] = {}
    own = library.resolve() if library else None
    for path in paths:
        for found, wanted in _inside(path, own) if path.is_dir() else [(Found(path, shown(path.name)), True)]:
            if wanted:
                files.setdefault(os.path.realpath(found.path), found)
            else:
                skipped.setdefault(found.shown_as)
    return Discovery(tuple(files.values()), tuple(skipped))


def _inside(folder: Path, library: Path | None) -> Iterator[tuple[Found, bool]]:
    """Files below a folder and whether they look like documents; hidden and lock files are not mentioned.

    Nor are folders that are links to elsewhere wanted; those that cannot be opened will fail.
    """
    shut: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=shut.append):
        folders[:] = sorted(
            name
            for name in folders
            if not _hidden(name) and (library is None or (Path(here) / name).resolve() != library)
        )
        for path in (Path(here) / name for name in folders):
            if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
                yield Found(path, shown(f"{path.relative_to(folder).as_posix()}/")), False
        for name in sorted(name for name in names if not _hidden(name)):
            path = Path(here) / name
            yield Found(path, shown(path.relative_to(folder).as_posix())), path.suffix.lower() in DOCUMENTS
    for path in (Path(error.filename) for error in shut):
        yield Found(path, shown(f"{path.relative_to(folder).as_posix()}/")), True


def shown(name: str) -> str:
    """A name as it may be shown and kept: bytes in it that are no text as their escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name in ("Thumbs.db", "desktop.ini", "__MACOSX")
