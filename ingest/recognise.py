"""Recognise: what a document is, who wrote it, whom it is about and when it was published."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Block, Kind
from ingest.draft import Metadata


@dataclass(frozen=True)
class Recognised:
    """What a document says about itself. Dates are ISO 8601 of the precision known."""

    title: str
    kind: Kind
    organisation: str | None = None
    subject: str | None = None
    published: str | None = None
    period: str | None = None


def recognise(text: str, blocks: tuple[Block, ...], source: str, metadata: Metadata) -> Recognised:
    """Title, kind, organisation, subject and dates of a document, from its words, file name and metadata."""
    first = next((text[block.start : block.end] for block in blocks if block.kind == "heading"), None)
    return Recognised(first or metadata.title or source, "other")
