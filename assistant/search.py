"""Search: the passages that fit a query best, as results to show."""

from __future__ import annotations

from assistant.answer import SearchResult
from assistant.found import Found
from assistant.retriever import HybridRetriever
from ingest.errors import UsageError
from ingest.library import DocumentRecord


def search(query: str, k: int, retriever: HybridRetriever) -> list[SearchResult]:
    """The best `k` passages, rank 1 first. UsageError for an empty query or a `k` below 1."""
    if not query.strip():
        raise UsageError("The query is empty.", "Give the words to look for.")
    if k < 1:
        raise UsageError(f"There is no way to show {k} results.", "Give -k a number from 1.")
    records = {record.id: record for record in retriever.library.documents(retriever.filters)}
    found = retriever.find(retriever.understand(query))[:k]
    return [_result(rank, item, records[item.passage.document_id]) for rank, item in enumerate(found, 1)]


def _result(rank: int, item: Found, record: DocumentRecord) -> SearchResult:
    passage = item.passage
    return SearchResult(
        rank=rank,
        score=item.score,
        document_id=record.id,
        document=record.source,
        path=record.path,
        title=record.title,
        page_index=passage.page_index,
        page_label=passage.page_label,
        heading=passage.heading,
        text=passage.text,
        start=passage.start,
        end=passage.end,
    )
