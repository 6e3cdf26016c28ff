"""Own bodies: papers about no named place whose author is a body of an area that others are about."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from assistant.areas.subjects import core_name
from ingest.records import DocumentRecord


def with_own_bodies(records: Sequence[DocumentRecord]) -> list[DocumentRecord]:
    """The documents; one without a subject, by a body of one of their areas, is that area's."""
    areas = {core_name(name).casefold() for record in records if (name := record.subject)}
    return [
        replace(record, subject=record.organisation) if _is_body_of(record, areas) else record
        for record in records
    ]


def _is_body_of(record: DocumentRecord, areas: AbstractSet[str]) -> bool:
    return not record.subject and core_name(record.organisation or "").casefold() in areas - {""}
