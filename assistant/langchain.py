"""The library for others' LangChain programs: its search as a retriever, its answers as a tool.

    from assistant.langchain import library_retriever, scrutinise_tool

    chain = library_retriever("my-library", k=5) | prompt | model
    agent = create_agent(model, tools=[scrutinise_tool("my-library")])

Both only read, and load the embedding model with the first question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from langchain_core.tools import StructuredTool, ToolException
from pydantic import BaseModel, ConfigDict, Field

from assistant.answer import Answer, Citation
from assistant.bootstrap import build_assistant
from assistant.facade import ScrutinyAssistant
from assistant.machine.answers import answer_object
from assistant.machine.text import to_json
from assistant.retrieval.found import Found
from assistant.retrieval.retriever import HybridRetriever
from assistant.settings import Settings
from ingest.errors import ScrutinyError
from ingest.records import DocumentRecord
from prompts.load import load_data

Library = ScrutinyAssistant | Path | str | None
"""An assistant, a library's folder, or None for the one that the environment names."""


class Asked(BaseModel):
    """What the tool takes."""

    question: str = Field(min_length=1, max_length=4000, description="The question, in plain words.")
    as_of: date | None = Field(default=None, description="Judge time as on this day; without it, today.")


def library_retriever(
    library: Library = None, *, k: int = 10, labels: Sequence[str] = ()
) -> LangChainRetriever:
    """The library's search; `labels` leaves only documents of these. NoLibraryError where there is none.

    Each document's metadata says where it stands: `document` (file), `title`, `published`, `page_label`
    (printed), `page_index` (from 0), `heading`, and `start` and `end` in code points of the whole text.
    """
    return LangChainRetriever(retriever=_assistant(library, labels).retriever(), k=k)


def scrutinise_tool(library: Library = None, *, labels: Sequence[str] = ()) -> StructuredTool:
    """A tool: a question → statements with document, page and quotation, and what is missing.

    What a model reads is that as JSON; the whole answer, as `scrutiny ask --json` gives it, is the artifact.
    """

    @cache
    def assistant() -> ScrutinyAssistant:
        return _assistant(library, labels)

    def scrutinise(question: str, as_of: date | None = None) -> tuple[str, dict[str, Any]]:
        try:
            answer = assistant().ask(question, as_of=as_of)
        except ScrutinyError as error:
            raise ToolException(str(error)) from error
        return to_json(_told(answer)), answer_object(answer)

    return StructuredTool.from_function(
        scrutinise,
        name="scrutinise",
        description=load_data("mcp.yaml")["tools"]["ask"]["description"],
        args_schema=Asked,
        response_format="content_and_artifact",
        handle_tool_error=True,
    )


def _assistant(library: Library, labels: Sequence[str]) -> ScrutinyAssistant:
    if isinstance(library, str | Path):
        settings = replace(Settings.from_environment(), library=Path(library).expanduser())
        library = build_assistant(settings)
    whole = library or build_assistant()
    return whole.restricted(labels) if labels else whole


def _told(answer: Answer) -> dict[str, Any]:
    cited = {citation.n: _source(citation) for citation in answer.citations}
    return {
        "notice": load_data("mcp.yaml")["notice"],
        "outcome": answer.outcome,
        "verdict": answer.verdict,
        "reason": answer.reason,
        "statements": [
            {"text": one.text, "citations": [cited[n] for n in one.citations]} for one in answer.statements
        ],
        "missing": [{"what": gap.what, "where": gap.where} for gap in answer.gaps],
        "nearest": [_source(citation) for citation in answer.nearest],
    }


def _source(citation: Citation) -> dict[str, Any]:
    return {
        "document": citation.document,
        "title": citation.title,
        "published": citation.published,
        "page": citation.page_label,
        "quote": citation.quote,
        "caution": citation.caution,
    }


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
