"""The first page, where questions are asked, and the page of an answer."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.concurrency import run_in_threadpool

from assistant.api.caller import Caller
from assistant.api.routes.answers import EVENTS
from assistant.web.asked import Asked, asked_in
from assistant.web.asking import answered, completed, shown_answer
from assistant.web.pages import page
from assistant.web.places import records
from assistant.web.stream import answer_pieces
from assistant.web.visitor import Reading, no_other_site
from ingest.document import KINDS
from ingest.errors import UsageError
from prompts import load_data

router = APIRouter(include_in_schema=False)


@router.get("/")
def ask(request: Request, caller: Reading) -> HTMLResponse:
    """The form, with what the address says already filled in."""
    return _form(request, caller, asked_in(request.query_params))


@router.get("/answers", dependencies=[Depends(no_other_site)])
async def answers(request: Request, caller: Reading) -> Response:
    """The answer. An address without a day is completed first, so that it goes on meaning the same."""
    asked = asked_in(request.query_params)
    if faults := asked.faults():
        return await run_in_threadpool(_form, request, caller, asked, faults)
    if not asked.complete:
        asked = (
            (await answered(request, caller, asked))[0]
            if asked.conversation
            else await run_in_threadpool(completed, asked, caller)
        )
        return RedirectResponse(asked.address(), status_code=303)
    return page(request, "answer.html", **shown_answer(*await answered(request, caller, asked)))


@router.get("/answers/stream", dependencies=[Depends(no_other_site)])
async def stream(request: Request, caller: Reading) -> Response:
    """The same answer for the page's script, piece by piece. UsageError for what cannot be asked."""
    asked = asked_in(request.query_params)
    for fault in asked.faults().values():
        raise UsageError(fault)
    return StreamingResponse(answer_pieces(request, caller, asked), media_type=EVENTS)


def _form(
    request: Request, caller: Caller, asked: Asked, faults: dict[str, str] | None = None
) -> HTMLResponse:
    held = records(caller)
    days = sorted(record.published for record in held if record.published)
    return page(
        request,
        "ask.html",
        422 if faults else 200,
        asked=asked,
        faults=faults or {},
        kinds=KINDS,
        documents=len(held),
        earliest=days[0] if days else "",
        latest=days[-1] if days else "",
        examples=load_data("web.yaml")["examples"],
    )
