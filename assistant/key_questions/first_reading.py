"""First reading: all that is kept of a document, worked out while it is in hand."""

from __future__ import annotations

from ingest.library import Library
from ingest.records import DocumentRecord

ASKING = ("audit", "review", "inspection")
"""Kinds of document whose recommendations are checked."""


def read_once(library: Library, record: DocumentRecord) -> None:
    """Work out what a document says of actions, and its recommendations, where they are not kept."""
    from assistant.actions.extract import account_of
    from assistant.register.collect import recommendations_of

    account_of(library, record)
    if record.kind in ASKING:
        recommendations_of(library, record)
