"""Objects → JSON for the commands that look after a library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.machine.documents import record_object
from assistant.machine.text import Json, fields_of

if TYPE_CHECKING:
    from ingest.care.backup import BackupReport
    from ingest.care.fault import CheckReport
    from ingest.care.optimize import OptimizeReport
    from ingest.care.repair import RepairReport
    from ingest.records import DocumentRecord


def removed_object(records: Sequence[DocumentRecord], action: str) -> Json:
    """What `remove` did: "removed", "put_back" or "listed", and the documents."""
    return {"action": action, "documents": [record_object(record) for record in records]}


def erased_object(records: Sequence[DocumentRecord], complete: bool) -> Json:
    """What `erase` erased, and whether nothing of it is left on the disk."""
    named = [{"id": record.id, "document": record.source, "path": record.path} for record in records]
    return {"documents": named, "complete": complete}


def check_object(report: CheckReport) -> Json:
    """What `verify` found; `repair` of a fault says what would mend it."""
    return fields_of(report, "aside", healthy=not report.faults)


def repair_object(report: RepairReport) -> Json:
    """What was wrong, and what still is."""
    return {
        "applied": report.applied,
        "found": check_object(report.found),
        "left": check_object(report.left),
    }


def backup_object(report: BackupReport) -> Json:
    """Where a backup is and what it holds."""
    return {
        "file": str(report.file),
        "bytes": report.size,
        "documents": report.documents,
        "library_version": report.version,
    }


def restored_object(records: Sequence[DocumentRecord]) -> Json:
    """The documents of a restored library."""
    return {"documents": [record_object(record) for record in records]}


def optimize_object(report: OptimizeReport) -> Json:
    """Sizes in bytes before and after."""
    return {"bytes_before": report.before, "bytes_after": report.after, "complete": report.complete}
