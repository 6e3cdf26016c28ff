"""Compound: the folders and streams of an OLE file, which Outlook messages and old Office files are.

The one file that knows olefile.
"""

from __future__ import annotations

from collections import defaultdict
from io import BytesIO

import olefile

from ingest.errors import ReadError

Path = tuple[str, ...]
"""The names of folders from the outermost on, and of a stream in the last."""


class Compound:
    """An opened OLE file. Raises ReadError where it is damaged."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._file = olefile.OleFileIO(BytesIO(data))
            parts = [tuple(path) for path in self._file.listdir(streams=True, storages=True)]
        except Exception as error:  # whatever the library trips over in a damaged file
            raise self._damaged(error) from error
        self._inside: dict[Path, list[str]] = defaultdict(list)
        for *folder, name_of in parts:
            self._inside[tuple(folder)].append(name_of)

    def inside(self, folder: Path = ()) -> list[str]:
        """The names of the folders and streams in a folder, in the file's order."""
        return self._inside.get(folder, [])

    def read(self, *path: str) -> bytes | None:
        """The bytes of a stream; None where there is none."""
        if path[-1] not in self.inside(path[:-1]):
            return None
        try:
            return bytes(self._file.openstream(list(path)).read())
        except Exception as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> ReadError:
        return ReadError(
            f"{self.name} is damaged ({type(error).__name__}: {error}).",
            "Open and save it again in the program that made it.",
        )


def names_in(data: bytes) -> frozenset[str]:
    """The names in the outermost folder; none where it cannot be read."""
    try:
        return frozenset(Compound(data, "").inside())
    except ReadError:
        return frozenset()
