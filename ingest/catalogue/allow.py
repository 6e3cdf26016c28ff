"""Which documents a search may use: `Filters` applied to the library's list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields

from ingest.filters import Filters
from ingest.records import DocumentRecord


def allowed(records: Iterable[DocumentRecord], filters: Filters) -> list[DocumentRecord]:
    """The records that pass every filter, in the order given. No labels listed means none allowed."""
    if filters.documents:
        named = frozenset(filters.documents)
        records = [record for record in records if record.id in named]
    wanted = [passes for passes, names in CHECKS if any(getattr(filters, it) != UNSET[it] for it in names)]
    return [record for record in records if all(passes(record, filters) for passes in wanted)]


def _current(record: DocumentRecord, filters: Filters) -> bool:
    return filters.include_superseded or record.superseded_by is None


def _label(record: DocumentRecord, filters: Filters) -> bool:
    return filters.labels is None or record.label in filters.labels


def _kind(record: DocumentRecord, filters: Filters) -> bool:
    return not filters.kinds or record.kind in filters.kinds


def _organisation(record: DocumentRecord, filters: Filters) -> bool:
    if not filters.organisations:
        return True
    names = [name.casefold() for name in (record.organisation, record.subject) if name]
    return any(wanted.casefold() in name for wanted in filters.organisations for name in names)


def _published(record: DocumentRecord, filters: Filters) -> bool:
    """Dates compare as far as both are known: until "2017" takes 2017-12-31; since 2017-06 takes "2017"."""
    if filters.since is None and filters.until is None:
        return True
    if not record.published:
        return False
    return _not_before(record.published, filters.since) and _not_before(filters.until, record.published)


def _not_before(later: str | None, earlier: str | None) -> bool:
    if later is None or earlier is None:
        return True
    known = min(len(later), len(earlier))
    return later[:known] >= earlier[:known]


UNSET = {field.name: field.default for field in fields(Filters)} | {"include_superseded": True}
"""What each field of the filters is where it lets everything through."""

CHECKS: tuple[tuple[Callable[[DocumentRecord, Filters], bool], tuple[str, ...]], ...] = (
    (_current, ("include_superseded",)),
    (_label, ("labels",)),
    (_kind, ("kinds",)),
    (_organisation, ("organisations",)),
    (_published, ("since", "until")),
)
"""Each check, and the fields of the filters that it looks at."""
