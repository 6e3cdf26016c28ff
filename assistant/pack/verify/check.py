"""Check: one written pack against the library."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from assistant.pack.verify.compare import Comparison
from assistant.pack.verify.fault import Fault
from assistant.pack.verify.shown import ShownPack
from assistant.pack.write import format_of, sidecar_of
from ingest.errors import NotFoundError, UsageError
from ingest.library import Library


@dataclass(frozen=True, slots=True)
class PackCheck:
    """What came of checking a pack: how much was compared, and the faults.

    `superseded` are the sources, by name, that have a newer version by now: the pack says what they say,
    which may no longer be the last word.
    """

    file: str
    format: str
    notes: int
    quotations: int
    faults: tuple[Fault, ...]
    superseded: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether it shows what its sources say, and its own words as they were written."""
        return not self.faults


def check(path: Path, library: Library) -> PackCheck:
    """Compare a pack with the library. NotFoundError, UsageError, ReadError."""
    form = format_of(path)
    data = _bytes_of(path)
    shown, faults = _shown(path, form, data)
    if shown is None:
        return PackCheck(path.name, form, 0, 0, tuple(faults))
    comparison = Comparison(shown, library)
    faults += comparison.faults()
    quotations = len(shown.quotes) + sum("“" in text for text in shown.notes.values())
    newer = tuple(comparison.superseded)
    return PackCheck(path.name, form, len(shown.notes), quotations, tuple(faults), newer)


def _shown(path: Path, form: str, data: bytes) -> tuple[ShownPack | None, list[Fault]]:
    if form == "pdf":
        return _pdf(path, data)
    if form == "docx":
        from assistant.pack.verify.read_docx import read_docx

        return read_docx(data, path.name), []
    if form == "html":
        from assistant.pack.verify.read_html import read_html

        return read_html(data, path.name), []
    if form == "json":
        from assistant.pack.verify.read_kept import read_kept

        return read_kept(data, path.name), []
    from assistant.pack.verify.read_markdown import read_markdown

    return read_markdown(data, path.name), []


def _pdf(path: Path, data: bytes) -> tuple[ShownPack | None, list[Fault]]:
    """A PDF is known by its hash; its words are those that were kept when it was written."""
    from assistant.pack.verify.read_kept import kept_of, read_kept

    beside = sidecar_of(path)
    if not beside.is_file():
        return None, [Fault(f"there is no {beside.name} beside it, by which it could be checked")]
    kept = _bytes_of(beside)
    changed = kept_of(kept, beside.name).get("sha256") != hashlib.sha256(data).hexdigest()
    faults = [Fault("the PDF is not the one that was written: its hash is another")] if changed else []
    return read_kept(kept, beside.name), faults


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(f"There is no file {path}.", "Check the path.") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}).", "Check the path.") from error
