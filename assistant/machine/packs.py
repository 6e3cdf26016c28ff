"""Packs that were written or checked → JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.machine.text import Json, fields_of

if TYPE_CHECKING:
    from assistant.pack.verify.check import PackCheck
    from assistant.pack.write import WrittenFile


def written_object(files: Sequence[WrittenFile]) -> Json:
    """The files written, as JSON."""
    listed = [
        {"path": str(file.path), "format": file.format, "sha256": file.sha256, "bytes": file.bytes}
        for file in files
    ]
    return {"written": listed}


def check_object(found: PackCheck) -> Json:
    """The check as JSON."""
    return fields_of(found, good=found.good)
