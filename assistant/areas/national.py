"""National: papers that all areas are to go by, and that need no area of their own."""

from __future__ import annotations

from functools import cache

from ingest.records import DocumentRecord
from prompts import load_data


def is_national(record: DocumentRecord) -> bool:
    """Does it say what is expected of all areas?"""
    if record.subject or record.kind not in _expectations():
        return False
    return record.kind == "guidance" or record.organisation is not None


@cache
def _expectations() -> frozenset[str]:
    return frozenset(load_data("evidence/basis.yaml")["always_expectation"])
