"""Questions and searches."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request
from starlette.responses import Response, StreamingResponse

from assistant.answer import Answer
from assistant.api.events import answer_events
from assistant.api.limits import Turns
from assistant.api.problem import PROBLEMS
from assistant.api.replies import MachineReply, described_by
from assistant.api.requests import ANSWER_EXAMPLES, AnswerRequest, SearchRequest
from assistant.api.routes.narrowing import Reader, filters_of
from assistant.machine import answer_object, search_object

EVENTS = "text/event-stream"

router = APIRouter(prefix="/v1", tags=["questions"], responses=PROBLEMS)

ANSWERED = described_by("ask")
ANSWERED[200]["content"][EVENTS] = {
    "schema": {
        "type": "string",
        "description": "With Accept: text/event-stream. Events answer.created, statement.added (several) "
        "and exactly one of answer.completed, answer.refused (both with the whole answer) and answer.failed; "
        "a stream that ends without one of these three was cut off.",
    }
}


@router.post("/answers", responses=ANSWERED, summary="Answer a question, or refuse it honestly")
def answers(
    request: Request, caller: Reader, asked: Annotated[AnswerRequest, Body(openapi_examples=ANSWER_EXAMPLES)]
) -> Response:
    """An answer in the documents' own words; outcome not_found is a refusal, not an error."""
    filters = filters_of(caller, asked.filters)
    turns: Turns = request.app.state.turns

    def ask() -> Answer:
        kept = {"conversation": asked.conversation, "holder": caller.holder} if asked.conversation else {}
        with turns.one():
            return caller.assistant.ask(asked.question, filters=filters, as_of=asked.as_of, **kept)

    if EVENTS in request.headers.get("accept", ""):
        return StreamingResponse(answer_events(asked.question, ask), media_type=EVENTS)
    return MachineReply(answer_object(ask()))


@router.get("/search", responses=described_by("search"), summary="Find passages, best first")
def search(request: Request, caller: Reader, asked: Annotated[SearchRequest, Query()]) -> MachineReply:
    """The passages that fit best."""
    filters, turns = filters_of(caller, asked), request.app.state.turns
    with turns.one():
        results = caller.assistant.search(asked.query, k=asked.k, filters=filters)
    return MachineReply(search_object(asked.query, results, caller.assistant.documents(filters)))
