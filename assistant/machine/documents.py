"""Documents, what is known of them, and what became of files that were ingested → JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.machine.text import Json, fields_of
from ingest.document import Document, Page
from ingest.records import DocumentRecord
from ingest.report import IngestReport

STATUSES = ("added", "updated", "unchanged", "failed")


def document_object(document: Document) -> Json:
    """One document with its whole text, so that anyone can check an offset."""
    return {
        "id": document.id,
        "sha256": document.sha256,
        "document": document.source,
        "path": document.path,
        "title": document.title,
        "text": document.text,
        "pages": [fields_of(page) for page in document.pages],
    }


def page_object(document: Document, page: Page) -> Json:
    """One page with its slice of the document's text."""
    return {"document_id": document.id, "text": document.text[page.start : page.end]} | fields_of(page)


def record_object(record: DocumentRecord) -> Json:
    """What the library knows about one document."""
    return fields_of(record, "source", document=record.source)


def listed_object(record: DocumentRecord, copy_of: Sequence[str] = ()) -> Json:
    """The same in the list, with the ids of the documents in which it stands wholly or mostly."""
    return record_object(record) | {"copy_of": list(copy_of)}


def ingest_object(report: IngestReport) -> Json:
    """What became of each file given to `ingest`, and the totals by status."""
    return {
        "documents": [fields_of(document) for document in report.documents],
        "counts": status_counts(report),
        "skipped": [str(path) for path in report.skipped],
        "seconds": round(report.seconds, 3),
    }


def status_counts(report: IngestReport) -> dict[str, int]:
    """How many documents ended in each status, all four of them named."""
    found: Counter[str] = Counter(document.status for document in report.documents)
    return {status: found[status] for status in STATUSES}
