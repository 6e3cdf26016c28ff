"""The endpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query

from assistant.api.problem import PROBLEMS, problem_reply
from assistant.api.replies import MachineReply, described_by
from assistant.api.requests import AnswerRequest, FilterFields, SearchRequest
from assistant.machine import answer_object, document_object, record_object, search_object
from assistant.narrow import filters_for
from assistant.version import program_version
from ingest.errors import ScrutinyError

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant
    from ingest.filters import Filters


def _filters(assistant: ScrutinyAssistant, fields: FilterFields) -> Filters:
    return filters_for(
        assistant, fields.kinds, fields.organisations, fields.documents, fields.since, fields.until
    )


def answer_router(assistant: ScrutinyAssistant) -> APIRouter:
    """Questions and searches."""
    router = APIRouter(prefix="/v1", tags=["questions"], responses=PROBLEMS)

    @router.post(
        "/answers", responses=described_by("ask"), summary="Answer a question, or refuse it honestly"
    )
    def answers(request: AnswerRequest) -> MachineReply:
        """An answer in the documents' own words; outcome not_found is a refusal, not an error."""
        filters = _filters(assistant, request.filters)
        return MachineReply(
            answer_object(assistant.ask(request.question, filters=filters, as_of=request.as_of))
        )

    @router.get("/search", responses=described_by("search"), summary="Find passages, best first")
    def search(request: Annotated[SearchRequest, Query()]) -> MachineReply:
        """The passages that fit best."""
        results = assistant.search(request.query, k=request.k, filters=_filters(assistant, request))
        return MachineReply(search_object(request.query, results))

    return router


def library_router(assistant: ScrutinyAssistant) -> APIRouter:
    """The documents."""
    router = APIRouter(prefix="/v1", tags=["documents"], responses=PROBLEMS)

    @router.get("/documents", responses=described_by("documents"), summary="List the documents")
    def documents(request: Annotated[FilterFields, Query()]) -> MachineReply:
        """The documents in the library, by date and name."""
        records = assistant.documents(_filters(assistant, request))
        return MachineReply([record_object(record) for record in records])

    @router.get(
        "/documents/{document_id}", responses=described_by("show"), summary="One document with its text"
    )
    def document(document_id: str) -> MachineReply:
        """The whole text that citations' offsets count in, by the document's id or file name."""
        return MachineReply(document_object(assistant.show(document_id)))

    return router


def health_router(assistant: ScrutinyAssistant) -> APIRouter:
    """Whether the service runs, can answer, and which release it is."""
    router = APIRouter(tags=["service"])

    @router.get("/healthz", summary="Whether the process runs")
    def healthz() -> MachineReply:
        """Always ok: whoever gets a reply knows that the process runs."""
        return MachineReply({"status": "ok"})

    @router.get("/readyz", summary="Whether questions can be answered", responses={503: PROBLEMS[503]})
    def readyz() -> MachineReply:
        """Ready once the library opens and holds a document; 503 says what is wrong where it does not."""
        try:
            documents = len(assistant.documents())
        except ScrutinyError as error:
            return problem_reply(503, str(error), failing=["library"])
        if not documents:
            return problem_reply(503, "The library holds no documents.", failing=["library"])
        return MachineReply({"status": "ready", "documents": documents})

    @router.get("/version", summary="Which release this is")
    def version() -> MachineReply:
        """The program's release."""
        return MachineReply({"version": program_version()})

    return router
