"""Repair: mend what can be made again from the catalogue, after saying what would be done."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from ingest.care.catalogue_checks import GONE, define
from ingest.care.fault import CheckReport, Fault
from ingest.care.reread import Read, reread
from ingest.care.verify import verify
from ingest.catalogue import seals, write
from ingest.catalogue.connect import transaction
from ingest.disk import sources
from ingest.disk.derived_store import DERIVED
from ingest.disk.token_store import INDEX, TOKENS, VECTORS
from ingest.library import Library

ORDER = ("define", "reindex", "sweep", "recompute", "original", "read", "reseal", "words", "index")
"""The repairs this program makes, in this order: what others rest on comes first."""

ROUNDS = 3
"""A broken index of SQLite's can hide another fault, which is then mended in the next round."""


@dataclass(frozen=True, slots=True)
class RepairReport:
    """`found` is what was wrong, `left` what still is (all of it where nothing was `applied`)."""

    applied: bool
    found: CheckReport
    left: CheckReport


def repair(folder: Path, *, apply: bool = False, read_file: Read | None = None) -> RepairReport:
    """Check a library deeply and, if told to `apply`, mend what can be mended. Errors as of `verify`.

    Nothing is deleted but derived files and those that belong to no document, and no original at all where a
    document is gone without having been erased. A text, passage or vector that was changed behind the
    program's back is made again from the stored original (`read_file`, for tests, stands for the reading);
    where that is gone too, the document has to be erased and ingested again.
    """
    found = left = verify(folder, deep=True)
    for _ in range(ROUNDS if apply else 0):
        before = left
        if not _pass(folder, left, read_file):
            break
        left = verify(folder, deep=True)
        if left == before:
            break
    return RepairReport(apply, found, left)


def _pass(folder: Path, found: CheckReport, read_file: Read | None) -> bool:
    """Mend what can be; False where nothing can."""
    mendable = [fault for fault in found.faults if fault.repair in ORDER and not _risky(fault, found)]
    kinds = {fault.repair for fault in mendable}
    if not kinds:
        return False
    with Library.open(folder) as library, library.writing():
        for kind in ORDER:
            # what is read again has other words, and perhaps other passages
            if kind in kinds or ("read" in kinds and kind in ("words", "index")):
                _mend(kind, [fault for fault in mendable if fault.repair == kind], library, read_file)
    return True


def _risky(fault: Fault, found: CheckReport) -> bool:
    """Whether what seems to belong to nothing may be all that is left of a lost document."""
    return fault.repair == "sweep" and any(other.what == GONE for other in found.faults)


def _mend(kind: str, faults: list[Fault], library: Library, read_file: Read | None) -> None:
    connection = library._here()
    if kind == "define":
        for fault in faults:
            define(connection, fault.where)
    elif kind == "read":
        with transaction(connection):
            connection.execute("DELETE FROM vectors WHERE passage NOT IN (SELECT number FROM passages)")
        for document_id in dict.fromkeys(fault.where for fault in faults):
            reread(library, document_id, read_file)
    elif kind == "reindex":
        connection.execute("REINDEX")
    elif kind == "words":
        with transaction(connection):
            connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
    elif kind == "index":
        with transaction(connection):
            library._index.drop(connection)
        library.refresh_index(always=True)
    elif kind == "reseal":
        _reseal(library, faults)
    else:
        for fault in faults:
            {"sweep": _sweep, "recompute": _recompute, "original": _fetch}[kind](library, fault)


def _reseal(library: Library, faults: list[Fault]) -> None:
    """Take the changes for wanted ones: seal them, and let the version tell of it."""
    with transaction(library._here()) as connection:
        for fault in faults:
            seals.release(connection, seals.LIBRARY if fault.where == "library" else fault.where)
        write.count_change(connection, "repair", [fault.where for fault in faults])


def _sweep(library: Library, fault: Fault) -> None:
    place = library.folder / fault.where
    if place.is_dir():
        shutil.rmtree(place, ignore_errors=True)
    elif place.parent.name == TOKENS:
        _recompute(library, Fault(fault.part, place.name, fault.what))
    else:
        place.unlink(missing_ok=True)


def _recompute(library: Library, fault: Fault) -> None:
    if fault.where.startswith(f"{DERIVED}/"):
        (library.folder / fault.where).unlink(missing_ok=True)
        return
    for file in (library.folder / TOKENS).glob(f"{fault.where}.*"):
        if file.name.endswith((VECTORS, INDEX, ".npz")):
            file.unlink(missing_ok=True)


def _fetch(library: Library, fault: Fault) -> None:
    """Take the original from where it was ingested, if the same bytes still lie there."""
    asked = (fault.where,)
    connection = library._here()
    sha256 = connection.execute("SELECT sha256 FROM documents WHERE id = ?", asked).fetchone()[0]
    for (origin,) in connection.execute("SELECT origin FROM paths WHERE document_id = ?", asked).fetchall():
        try:
            data = Path(origin).read_bytes()
        except OSError:
            continue
        if hashlib.sha256(data).hexdigest() == sha256:
            (library.folder / sources.SOURCES / sha256).unlink(missing_ok=True)
            sources.keep(library.folder, sha256, data)
