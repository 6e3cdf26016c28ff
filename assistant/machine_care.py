"""Objects → JSON for the commands that look after a library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.machine import Json, record_object

if TYPE_CHECKING:
    from ingest.records import DocumentRecord


def removed_object(records: Sequence[DocumentRecord], action: str) -> Json:
    """What `remove` did: "removed", "put_back" or "listed", and the documents."""
    return {"action": action, "documents": [record_object(record) for record in records]}


def erased_object(records: Sequence[DocumentRecord], complete: bool) -> Json:
    """What `erase` erased, and whether nothing of it is left on the disk."""
    named = [{"id": record.id, "document": record.source, "path": record.path} for record in records]
    return {"documents": named, "complete": complete}
