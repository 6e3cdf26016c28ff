"""Search: the passages that fit a query best, as results to show."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import SearchResult
from assistant.areas.subjects import subjects_of
from assistant.retrieval.found import Found
from assistant.retrieval.retrieve import retrieve
from assistant.understanding.as_meant import as_meant
from assistant.understanding.understand import understand
from ingest.errors import UsageError
from ingest.filters import Filters
from ingest.library import DocumentRecord, Library

if TYPE_CHECKING:
    from assistant.retrieval.retriever import HybridRetriever  # full text alone does not need it


def search(query: str, k: int, retriever: HybridRetriever) -> list[SearchResult]:
    """The best `k` passages, rank 1 first. UsageError for an empty query or a `k` below 1."""
    _check(query, k)
    meant = as_meant(query, retriever.library)
    found = retriever.find(retriever.understand(meant))[:k]
    results = _results(found, retriever.library, retriever.filters)
    return results if meant == query else [replace(result, understood=meant) for result in results]


def search_words(query: str, k: int, library: Library, filters: Filters) -> list[SearchResult]:
    """The best `k` passages by full text alone: at once, without the model. UsageError as of `search`."""
    _check(query, k)
    question = understand(query, subjects_of(library.subjects(filters)))
    found = retrieve(question, library, None, filters)
    best = sorted(found, key=lambda item: (-item.bm25, item.passage.id))[:k]
    return _results(best, library, filters)


def _results(found: Sequence[Found], library: Library, filters: Filters) -> list[SearchResult]:
    records = library.documents_by_id(filters)
    recognised = {
        id_: {page.index for page in library.pages_of(id_) if page.read_by == "ocr"}
        for id_ in {item.passage.document_id for item in found}
    }
    return [
        _result(rank, item, records[item.passage.document_id], recognised[item.passage.document_id])
        for rank, item in enumerate(found, 1)
    ]


def _check(query: str, k: int) -> None:
    if not query.strip():
        raise UsageError("The query is empty.", "Give the words to look for.")
    if k < 1:
        raise UsageError(f"There is no way to show {k} results.", "Give -k a number from 1.")


def _result(rank: int, item: Found, record: DocumentRecord, recognised: Collection[int]) -> SearchResult:
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
        read_by="ocr" if passage.page_index in recognised else "text",
    )
