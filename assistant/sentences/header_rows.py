"""Header rows: sentences that only name the columns of a table, which answer nothing by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from assistant.evidence import Evidence
from ingest.draft import CELL_JOINER
from ingest.library import Library


def without_header_rows(evidence: Iterable[Evidence], library: Library) -> list[Evidence]:
    """The evidence but for such rows."""

    @cache
    def headers(document_id: str) -> frozenset[tuple[int, int]]:
        blocks = library.document(document_id).blocks
        return frozenset((one.start, one.end) for one in blocks if one.kind == "table_header")

    return [
        item
        for item in evidence
        if CELL_JOINER not in item.quote
        or (item.start, item.end) not in headers(item.found.passage.document_id)
    ]
