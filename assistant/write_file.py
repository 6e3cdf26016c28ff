"""A file that the user has named, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from ingest.disk.durable import put_whole
from ingest.errors import UsageError


def write_file(file: Path, data: bytes) -> None:
    """Write the file; UsageError where that cannot be."""
    try:
        put_whole(file, data)
    except OSError as error:
        raise UsageError(f"{file} cannot be written ({error.strerror}).", "Choose another place.") from error
