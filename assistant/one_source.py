"""One source: near-identical sentences of several documents are shown once, not as if two sources agreed."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence import Evidence
from ingest.filters import Filters
from ingest.library import Library
from ingest.near_copies import NearCopies, same_source


def one_of_each(evidence: Sequence[Evidence], library: Library) -> list[Evidence]:
    """The evidence, in its order, with one sentence of each source: the best, or its twin that is no scan."""
    documents = tuple(sorted({item.found.passage.document_id for item in evidence}))
    if len(documents) < 2:
        return list(evidence)
    near = same_source(library, Filters(documents=documents, include_superseded=True))
    kept: dict[str, Evidence] = {}
    for item in evidence:
        source = near.source_of(item.found.passage.document_id, item.start, item.end)
        if source not in kept or (_scanned(kept[source], near) and not _scanned(item, near)):
            kept[source] = item
    return list(kept.values())


def _scanned(item: Evidence, near: NearCopies) -> bool:
    return near.is_scan(item.found.passage.document_id)
