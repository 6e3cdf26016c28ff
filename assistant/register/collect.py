"""Collect: every recommendation of the library's documents, checked once and kept beside the library."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import ingest.recommendations
from assistant import check, repeats
from assistant.check.assess import assess
from assistant.check.assessment import LETTERS
from assistant.register.bodies import bodies_of
from assistant.register.entry import Entry, NamedDeadline, NamedOwner
from assistant.repeats.content import bare
from assistant.repeats.themes import themes_of
from assistant.rules_state import rules_state
from ingest.document import Document
from ingest.filters import Filters
from ingest.library import DocumentRecord, Library
from ingest.recommendations.find import find_recommendations
from ingest.recommendations.recommendation import Recommendation, had_passed

_NAME = "recommendations"

Json = dict[str, Any]


def collect(library: Library, filters: Filters) -> list[Entry]:
    """The recommendations of the documents that pass the filters, documents by date and name."""
    return [entry for record in library.documents(filters) for entry in _of_document(library, record)]


def recommendations_of(library: Library, record: DocumentRecord) -> list[Entry]:
    """The recommendations of one document."""
    return list(_of_document(library, record))


def _of_document(library: Library, record: DocumentRecord) -> Iterator[Entry]:
    particulars = [record.kind, record.published, record.subject]
    version = hashlib.sha256(repr((_rules(), particulars)).encode()).hexdigest()[:16]
    rows = library.derived(
        record.id, _NAME, version, lambda: _assessed(library.document(record.id), record.subject)
    )
    for row in rows:
        yield _entry(record, row)


@cache
def _rules() -> str:
    """The state of every rule and word by which recommendations are found and judged."""
    return rules_state(*(Path(package.__path__[0]) for package in (ingest.recommendations, check, repeats)))


def _assessed(document: Document, subject: str | None) -> list[Json]:
    return [_row(document, item, subject) for item in found_in(document)]


def _row(document: Document, item: Recommendation, subject: str | None) -> Json:
    """What is kept of one recommendation; everything of it but its document's particulars."""
    found, page = assess(item.text, item.context), document.page_at(item.start)
    owner, due = found.who, found.due
    return {
        "id": item.id,
        "page_index": page.index if page else None,
        "page_label": page.label if page else None,
        "heading": " › ".join(item.context.headings),
        "number": item.number,
        "text": item.text,
        "start": item.start,
        "end": item.end,
        "owner": [owner.text, owner.source, bodies_of(owner.text, subject)] if owner else None,
        "deadline": [due.text, due.date, due.type, due.source] if due else None,
        "measure": found.measure.text if found.measure else None,
        "priority": item.priority,
        "finding": item.finding,
        "themes": themes_of(bare(item.text)),
        "criteria": {letter: found.criteria[letter].level for letter in LETTERS},
        "criteria_with_context": {letter: found.criteria_with_context[letter].level for letter in LETTERS},
        "smart": found.smart,
        "smart_with_context": found.smart_with_context,
        "gone": had_passed(due, item.context),
        "followed_up": item.context.followed_up,
        "codes": sorted({finding.code for finding in found.findings}),
    }


def _entry(record: DocumentRecord, row: Json) -> Entry:
    owner, due = row["owner"], row["deadline"]
    changed = {
        "owner": NamedOwner(owner[0], owner[1], tuple(owner[2])) if owner else None,
        "deadline": NamedDeadline(*due) if due else None,
        "themes": tuple(row["themes"]),
        "codes": tuple(row["codes"]),
    }
    return Entry(
        document_id=record.id,
        document=record.source,
        path=record.path,
        title=record.title,
        kind=record.kind,
        subject=record.subject,
        organisation=record.organisation,
        published=record.published,
        superseded_by=record.superseded_by,
        **{**row, **changed},
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading of a file with its particulars: what the finding of recommendations depends on."""

    particulars: tuple[str | None, ...]
    document: Document = field(compare=False)


def found_in(document: Document) -> tuple[Recommendation, ...]:
    """The recommendations; those of the last few documents are remembered."""
    told = (document.kind, document.title, document.organisation, document.subject, document.published)
    return _found(_Reading((document.id, *told, document.period, document.text), document))


@lru_cache(maxsize=4)
def _found(reading: _Reading) -> tuple[Recommendation, ...]:
    return find_recommendations(reading.document)
