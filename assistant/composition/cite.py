"""Cite: evidence to citations. Each quotation is read again from the stored source, or there is none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from assistant.answer import Citation
from assistant.evidence import Evidence
from ingest.document import Document
from ingest.errors import LibraryDamagedError
from ingest.library import DocumentRecord, Library
from ingest.passage import Passage


class Citer:
    """Makes the numbered citations of one answer; a document is read once."""

    def __init__(self, library: Library, records: Mapping[str, DocumentRecord]) -> None:
        self._library = library
        self._records = records
        self._documents: dict[str, Document] = {}

    def cite(self, n: int, evidence: Evidence) -> Citation:
        """The evidence as citation number `n`.

        LibraryDamagedError where the stored document does not hold the passage's words at their place.
        """
        passage, record = evidence.found.passage, self._records[evidence.found.passage.document_id]
        document = self._document(passage.document_id)
        quote = document.text[evidence.start : evidence.end]
        if quote != evidence.quote:
            raise LibraryDamagedError(
                f"A passage of “{record.source}” no longer stands in its stored text.",
                "Remove the document and ingest it again.",
            )
        return citation_of(n, record, document, passage, evidence.start, evidence.end)

    def text_of(self, document_id: str) -> str:
        """A document's stored text."""
        return self._document(document_id).text

    def _document(self, document_id: str) -> Document:
        if document_id not in self._documents:
            self._documents[document_id] = self._library.document(document_id)
        return self._documents[document_id]


def citation_of(
    n: int, record: DocumentRecord, document: Document, passage: Passage | None, start: int, end: int
) -> Citation:
    """The stored words from `start` to `end` as citation number `n`; heading and header are the passage's."""
    page = document.page_at(start)
    return Citation(
        n=n,
        document_id=record.id,
        document_sha256=record.sha256,
        document=record.source,
        path=record.path,
        title=record.title,
        published=record.published,
        page_index=page.index if page else None,
        page_label=page.label if page else None,
        heading=passage.heading if passage else "",
        start=start,
        end=end,
        quote=document.text[start:end],
        read_by="ocr" if page and page.read_by == "ocr" else "text",
        superseded_by=record.superseded_by,
        header=(passage.header if passage else "") or _header_over(document, start),
    )


def _header_over(document: Document, start: int) -> str:
    """The header of the table whose row begins at a place; "" elsewhere and in a table that has none.

    Needed where a passage begins with the header, and so names none.
    """
    at = bisect_right(document.blocks, start, key=lambda block: block.start) - 1
    row = document.blocks[at] if at >= 0 else None
    if row is None or row.kind != "table_row" or start >= row.end:
        return ""
    heads = (one for one in reversed(document.blocks[:at]) if one.kind == "table_header")
    head = next((one for one in heads if one.table == row.table), None)
    return document.text[head.start : head.end] if head else ""
