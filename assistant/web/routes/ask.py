"""The first page, where questions are asked, and the page of an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from assistant.api.caller import Caller
from assistant.api.routes.answers import EVENTS
from assistant.web.asked import Asked, asked_in
from assistant.web.pages import page
from assistant.web.places import records
from assistant.web.shown import shown_answer
from assistant.web.stream import answer_pieces
from assistant.web.visitor import Reading
from ingest.document import KINDS
from ingest.errors import UsageError
from prompts import load_data

router = APIRouter(include_in_schema=False)


@router.get("/")
def ask(request: Request, caller: Reading) -> HTMLResponse:
    """The form, with what the address says already filled in."""
    return _form(request, caller, asked_in(request.query_params))


@router.get("/answers")
def answers(request: Request, caller: Reading) -> Response:
    """The answer. An address without a day is completed first, so that it goes on meaning the same."""
    asked = asked_in(request.query_params)
    if faults := asked.faults():
        return _form(request, caller, asked, faults)
    if not asked.as_of or not asked.library:
        return RedirectResponse(_completed(asked, caller).address(), status_code=303)
    answer = caller.assistant.ask(asked.question, filters=asked.filters(caller), as_of=asked.day)
    return page(request, "answer.html", **shown_answer(asked, answer))


@router.get("/answers/stream")
def stream(request: Request, caller: Reading) -> Response:
    """The same answer for the page's script, piece by piece. UsageError for what cannot be asked."""
    asked = asked_in(request.query_params)
    for fault in asked.faults().values():
        raise UsageError(fault)
    pieces = answer_pieces(request, caller, _completed(asked, caller))
    return StreamingResponse(pieces, media_type=EVENTS)


def _completed(asked: Asked, caller: Caller) -> Asked:
    """With the day and the library's version, where the address does not name them."""
    day = asked.as_of or date.today().isoformat()
    return replace(asked, as_of=day, library=asked.library or caller.assistant.library_version())


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
