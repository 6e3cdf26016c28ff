"""Questions and searches."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from assistant.answer import Answer
from assistant.api.asking import ask_in_turn, in_turn
from assistant.api.events import answer_events
from assistant.api.problem import PROBLEMS
from assistant.api.replies import MachineReply, described_by
from assistant.api.requests import AnswerRequest, SearchRequest, examples_of
from assistant.api.routes.narrowing import Reader, filters_of
from assistant.machine.answers import answer_object, search_object
from assistant.machine.text import Json

EVENTS = "text/event-stream"

router = APIRouter(prefix="/v1", tags=["questions"], responses=PROBLEMS)

ANSWERED = described_by("ask")
ANSWERED[200]["content"][EVENTS] = {
    "schema": {
        "type": "string",
        "description": "With Accept: text/event-stream. Events answer.created, retrieval.done (how many "
        "documents and passages were searched), statement.added (several) and exactly one of "
        "answer.completed, answer.refused (both with the whole answer) and answer.failed; a stream that ends "
        "without one of these three was cut off.",
    }
}


@router.post("/answers", responses=ANSWERED, summary="Answer a question, or refuse it honestly")
async def answers(
    request: Request,
    caller: Reader,
    asked: Annotated[AnswerRequest, Body(openapi_examples=examples_of("answer"))],
) -> Response:
    """An answer in the documents' own words; outcome not_found is a refusal, not an error."""
    filters = await run_in_threadpool(filters_of, caller, asked.filters)

    async def ask() -> Answer:
        return await ask_in_turn(request, caller, asked.question, filters, asked.as_of, asked.conversation)

    if EVENTS not in request.headers.get("accept", ""):
        return MachineReply(answer_object(await ask()))
    searched, stopping = lambda: caller.assistant.documents(filters), request.app.state.stopping
    return StreamingResponse(answer_events(asked.question, ask, searched, stopping), media_type=EVENTS)


@router.get("/search", responses=described_by("search"), summary="Find passages, best first")
async def search(request: Request, caller: Reader, asked: Annotated[SearchRequest, Query()]) -> MachineReply:
    """The passages that fit best."""

    def found() -> Json:
        filters = filters_of(caller, asked)
        results = caller.assistant.search(asked.query, k=asked.k, filters=filters)
        return search_object(asked.query, results, caller.assistant.documents(filters))

    return MachineReply(await in_turn(request, found))
