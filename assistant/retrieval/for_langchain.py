"""The library's search as a LangChain retriever, for others' chains.

Apart from the search itself: LangChain takes a fifth of the time to a first answer to load.
"""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.retrieval.found import Found
from assistant.retrieval.retriever import HybridRetriever
from ingest.records import DocumentRecord


class LangChainRetriever(BaseRetriever):
    """`k` is how many passages `invoke` returns, each a document whose metadata says where it stands."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    retriever: HybridRetriever
    k: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        library = self.retriever.library
        with library.reading():
            records = library.documents_by_id(self.retriever.filters)
            found = self.retriever.find(self.retriever.understand(query))[: self.k]
        return [_as_langchain(item, records[item.passage.document_id]) for item in found]


def _as_langchain(item: Found, record: DocumentRecord) -> LangChainDocument:
    passage = item.passage
    return LangChainDocument(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "document_id": passage.document_id,
            "document": record.source,
            "source": record.path,
            "title": record.title,
            "published": record.published,
            "start": passage.start,
            "end": passage.end,
            "heading": passage.heading,
            "page_index": passage.page_index,
            "page_label": passage.page_label,
            "score": item.score,
        },
    )
