"""Objects → the JSON of the machine interface, the same for the command line and the HTTP service.

The keys are stable and described by the schemas in `assistant/schemas`. Offsets are code points, page
indexes 0-based.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.errors import NotFoundError

if TYPE_CHECKING:
    from assistant.answer import Answer, Challenge, Citation, SearchResult
    from ingest.document import Document, Page
    from ingest.records import DocumentRecord
    from ingest.report import IngestedDocument, IngestReport

SCHEMAS = Path(__file__).parent / "schemas"

STATUSES = ("added", "updated", "unchanged", "failed")

Json = dict[str, Any]

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Characters that JSON lets through and that a terminal or a reader may act upon."""


def to_json(value: Any, *, indent: int | None = None) -> str:
    """The value as JSON text: readable Unicode, but whatever a terminal would act upon as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSAFE.sub(lambda match: json.dumps(match.group())[1:-1], text)


def schema_names() -> list[str]:
    """The commands whose JSON has a schema."""
    return sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))


def schema_of(command: str) -> Json:
    """The JSON Schema (draft 2020-12) of a command's output; NotFoundError where the command has none."""
    if command not in schema_names():
        raise NotFoundError(
            f"There is no schema for {command!r}.", f"There is one for: {', '.join(schema_names())}."
        )
    schema: Json = json.loads((SCHEMAS / f"{command}.schema.json").read_text("utf-8"))
    return _with_shared(schema)


def _with_shared(schema: Json) -> Json:
    """The schema with each shared definition that it, or another definition, names: readable on its own."""
    shared: Json = json.loads((SCHEMAS / "shared.json").read_text("utf-8"))["$defs"]
    own: Json = schema.get("$defs", {})
    while missing := [name for name in _named(schema) if name not in own]:
        own |= {name: shared[name] for name in missing}
        schema["$defs"] = own
    return schema


def _named(schema: Json) -> list[str]:
    return sorted(set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema))))


def answer_object(answer: Answer) -> Json:
    """An answer, or a refusal: `outcome` tells which."""
    return {
        "question": answer.question,
        "outcome": answer.outcome,
        "verdict": answer.verdict,
        "reason": answer.reason,
        "statements": [{"text": item.text, "citations": list(item.citations)} for item in answer.statements],
        "citations": [citation_object(citation) for citation in answer.citations],
        "gaps": [{"what": gap.what, "where": gap.where} for gap in answer.gaps],
        "challenges": [_challenge(challenge) for challenge in answer.challenges],
        "nearest": [citation_object(citation) for citation in answer.nearest],
        "as_of": answer.as_of,
        "library_version": answer.library_version,
        "understood": answer.understood,
        "written": _written(answer),
    }


def citation_object(citation: Citation) -> Json:
    """A quotation and where it stands."""
    return {
        "n": citation.n,
        "document_id": citation.document_id,
        "document_sha256": citation.document_sha256,
        "document": citation.document,
        "path": citation.path,
        "title": citation.title,
        "published": citation.published,
        "page_index": citation.page_index,
        "page_label": citation.page_label,
        "heading": citation.heading,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "read_by": citation.read_by,
        "superseded_by": citation.superseded_by,
        "header": citation.header,
        "caution": citation.caution,
    }


def _written(answer: Answer) -> Json | None:
    written = answer.written
    if written is None:
        return None
    return {
        "model": written.model,
        "kept": written.kept,
        "removed": [{"text": one.text, "reason": one.reason} for one in written.removed],
        "unknown_keys": list(written.unknown_keys),
    }


def search_object(query: str, results: Sequence[SearchResult], searched: Sequence[DocumentRecord]) -> Json:
    """A query and the passages found for it, best first; of the documents searched, the pages unread."""
    unread = [
        {"document_id": record.id, "document": record.source, "pages": list(record.unread_pages)}
        for record in searched
        if record.unread_pages
    ]
    understood = results[0].understood if results else ""
    listed = [_result(result) for result in results]
    return {"query": query, "understood": understood, "results": listed, "unread": unread}


def document_object(document: Document) -> Json:
    """One document with its whole text, so that anyone can check an offset."""
    return {
        "id": document.id,
        "sha256": document.sha256,
        "document": document.source,
        "path": document.path,
        "title": document.title,
        "text": document.text,
        "pages": [_page(page) for page in document.pages],
    }


def page_object(document: Document, page: Page) -> Json:
    """One page with its slice of the document's text."""
    return {"document_id": document.id, "text": document.text[page.start : page.end]} | _page(page)


def record_object(record: DocumentRecord) -> Json:
    """What the library knows about one document."""
    return {
        "id": record.id,
        "title": record.title,
        "kind": record.kind,
        "organisation": record.organisation,
        "subject": record.subject,
        "published": record.published,
        "period": record.period,
        "label": record.label,
        "pages": record.pages,
        "passages": record.passages,
        "recommendations": record.recommendations,
        "unread_pages": list(record.unread_pages),
        "superseded_by": record.superseded_by,
        "document": record.source,
        "path": record.path,
        "sha256": record.sha256,
        "added": record.added,
    }


def listed_object(record: DocumentRecord, copy_of: Sequence[str] = ()) -> Json:
    """The same in the list, with the ids of the documents in which it stands wholly or mostly."""
    return record_object(record) | {"copy_of": list(copy_of)}


def ingest_object(report: IngestReport) -> Json:
    """What became of each file given to `ingest`, and the totals by status."""
    return {
        "documents": [_ingested(document) for document in report.documents],
        "counts": status_counts(report),
        "skipped": [str(path) for path in report.skipped],
        "seconds": round(report.seconds, 3),
    }


def status_counts(report: IngestReport) -> dict[str, int]:
    """How many documents ended in each status, all four of them named."""
    found: Counter[str] = Counter(document.status for document in report.documents)
    return {status: found[status] for status in STATUSES}


def _page(page: Page) -> Json:
    return {
        "index": page.index,
        "label": page.label,
        "start": page.start,
        "end": page.end,
        "read_by": page.read_by,
    }


def _challenge(challenge: Challenge) -> Json:
    return {"text": challenge.text, "citations": list(challenge.citations)}


def _result(result: SearchResult) -> Json:
    return {
        "rank": result.rank,
        "score": result.score,
        "document_id": result.document_id,
        "document": result.document,
        "path": result.path,
        "title": result.title,
        "page_index": result.page_index,
        "page_label": result.page_label,
        "heading": result.heading,
        "text": result.text,
        "start": result.start,
        "end": result.end,
        "read_by": result.read_by,
    }


def _ingested(document: IngestedDocument) -> Json:
    return {
        "path": str(document.path),
        "id": document.id or None,
        "status": document.status,
        "kind": document.kind or None,
        "pages": document.pages,
        "passages": document.passages,
        "recommendations": document.recommendations,
        "unread_pages": list(document.unread_pages),
        "reason": document.reason,
        "next_step": document.next_step,
    }
