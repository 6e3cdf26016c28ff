"""The first page, where questions are asked, and the page of an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from assistant.web.asked import Asked, asked_in
from assistant.web.notes import users_of
from assistant.web.pages import page
from assistant.web.visitor import Reading
from ingest.document import KINDS
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
        version = caller.assistant.library_version()
        whole = replace(asked, as_of=asked.as_of or date.today().isoformat(), library=version)
        return RedirectResponse(whole.address(), status_code=303)
    answer = caller.assistant.ask(asked.question, filters=asked.filters(caller), as_of=asked.day)
    return page(
        request,
        "answer.html",
        asked=asked,
        answer=answer,
        cited={citation.n: citation for citation in answer.citations},
        users=users_of(
            [(f"said-{at}", f"statement {at}", one.citations) for at, one in enumerate(answer.statements, 1)]
        ),
        fresh=replace(asked, question="", as_of="", library=""),
        kinds=KINDS,
        back=asked.address(),
        moved=answer.library_version != asked.library,
    )


def _form(
    request: Request, caller: Reading, asked: Asked, faults: dict[str, str] | None = None
) -> HTMLResponse:
    status = 422 if faults else 200
    return page(
        request,
        "ask.html",
        status,
        asked=asked,
        faults=faults or {},
        kinds=KINDS,
        examples=load_data("web.yaml")["examples"],
    )
