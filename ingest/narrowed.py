"""Narrowed: what filters leave of a library's list, worked out once for each list and filters."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.catalogue.allow import allowed
from ingest.filters import Filters
from ingest.records import DocumentRecord

MOST = 16
"""So many filters' results are kept; a question needs a few, some of them again and again."""


class Narrowed:
    """Keeps results for one list, known by being the same object, and forgets them when given another."""

    def __init__(self) -> None:
        self._kept: tuple[Sequence[DocumentRecord], dict[Filters, list[DocumentRecord]], int] = ((), {}, 0)

    def by(self, records: Sequence[DocumentRecord], filters: Filters) -> list[DocumentRecord]:
        """The records that pass the filters, in order; not to be changed."""
        results = self._of(records)[1]
        found = results.get(filters)
        if found is None:
            found = allowed(records, filters)
            if len(results) >= MOST:
                results.clear()
            results[filters] = found
        return found

    def passages(self, records: Sequence[DocumentRecord]) -> int:
        """How many passages all the records have."""
        return self._of(records)[2]

    def _of(
        self, records: Sequence[DocumentRecord]
    ) -> tuple[Sequence[DocumentRecord], dict[Filters, list[DocumentRecord]], int]:
        """What is kept of this list; another thread may put another's in its place meanwhile."""
        kept = self._kept
        if kept[0] is not records:
            kept = self._kept = (records, {}, sum(record.passages for record in records))
        return kept
