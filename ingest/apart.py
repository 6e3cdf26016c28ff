"""Apart: a library and the folders that are read into it do not stand one in the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest.catalogue.connect import CATALOGUE
from ingest.errors import UsageError

ELSEWHERE = (
    "Keep the library in a folder of its own: scrutiny --library FOLDER ingest PATH;"
    " without --library it is kept among your user's data."
)


def refuse_within(library: Path, paths: Sequence[Path]) -> None:
    """UsageError where a folder to be read is the library or in it, or a new library would be made in one.

    A library that is there already, in a part of the folder, stays usable: its own files are not read.
    """
    place = library.resolve()
    for path in (one for one in paths if one.is_dir()):
        folder = path.resolve()
        if folder == place or (folder in place.parents and not (place / CATALOGUE).is_file()):
            raise UsageError(f"The library {library} cannot be in the folder to be read, {path}.", ELSEWHERE)
        if place in folder.parents:
            raise UsageError(f"The folder to be read, {path}, is a part of the library {library}.", ELSEWHERE)
