"""Narrowed: what filters leave of a library's list, worked out once for each list and filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.catalogue.allow import allowed
from ingest.filters import Filters
from ingest.records import DocumentRecord

MOST = 16
"""So many filters' results are kept; a question needs a few, some of them again and again."""


@dataclass(frozen=True, eq=False)
class Left:
    """The records that pass some filters, by id and in order, and what is told of all of them."""

    by_id: dict[str, DocumentRecord]

    @cached_property
    def passages(self) -> int:
        """How many passages they have."""
        return sum(record.passages for record in self.by_id.values())

    @cached_property
    def subjects(self) -> frozenset[str]:
        """What they are about."""
        return frozenset(record.subject for record in self.by_id.values() if record.subject)


class Narrowed:
    """Keeps results for one list, known by being the same object, and forgets them when given another."""

    def __init__(self) -> None:
        self._kept = _Kept((), 0, {})

    def by(self, records: Sequence[DocumentRecord], filters: Filters) -> Left:
        """The records that pass the filters."""
        results = self._of(records).results
        found = results.get(filters)
        if found is None:
            found = Left({record.id: record for record in allowed(records, filters)})
            if len(results) >= MOST:
                results.clear()
            results[filters] = found
        return found

    def passages(self, records: Sequence[DocumentRecord]) -> int:
        """How many passages all the records have."""
        return self._of(records).passages

    def _of(self, records: Sequence[DocumentRecord]) -> _Kept:
        """What is kept of this list; another thread may put another's in its place meanwhile."""
        kept = self._kept
        if kept.records is not records:
            kept = self._kept = _Kept(records, sum(record.passages for record in records), {})
        return kept


@dataclass(frozen=True)
class _Kept:
    """One list, how many passages it has, and what each of some filters leaves of it."""

    records: Sequence[DocumentRecord]
    passages: int
    results: dict[Filters, Left]
