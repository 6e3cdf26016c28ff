"""The challenge log: what was put to the board, and what came of it. For visitors who may see every label."""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from assistant.answer import by_number
from assistant.api.routes.narrowing import require_every_label
from assistant.journal.log import counts
from assistant.key_questions.load_framework import load_framework
from assistant.pack.parts.log import lead_of
from assistant.pack.wording import wording
from assistant.render.journal import challenge_csv
from assistant.web.choices import choices_in
from assistant.web.days import day_of
from assistant.web.pages import csv_reply, page
from assistant.web.visitor import Reading, Writing, from_here
from assistant.web.weighed import weighed_as, weighed_in
from ingest.errors import UsageError
from ingest.journal import EntryKind

router = APIRouter(include_in_schema=False)

STATUSES = ("open", "overdue", "answered", "closed")
KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
Words = Annotated[str, Form(max_length=4000)]


@router.get("/challenges")
def challenges(request: Request, caller: Reading) -> HTMLResponse:
    """The log on a day, of one status where one is chosen, and the form that puts a challenge."""
    require_every_label(caller)
    choices = choices_in("/challenges", request.query_params, ("status", "as_of"))
    weighed = weighed_in(request.query_params)
    log = caller.assistant.challenges(as_of=weighed.day)
    found = counts(log.challenges)
    status = choices.one("status") if choices.one("status") in STATUSES else ""
    shown = [
        one for one in log.challenges if status in ("", one.status) or (status == "overdue" and one.overdue)
    ]
    return page(
        request,
        "challenges.html",
        log=log,
        shown=shown,
        lead=lead_of(log),
        words=wording("log"),
        chips=choices.chips("status", [(one, one, found[one]) for one in STATUSES if found[one]]),
        kinds=KINDS,
        questions=load_framework().questions,
        may_write="write" in caller.key.scopes,
        copied=request.query_params.get("copied", "")[:100],
        weighed=request.query_params.get("weighed", "")[:2000],
        text=request.query_params.get("text", "")[:2000],
        question=request.query_params.get("question", "")[:100],
        cited=by_number(log.citations),
        back=choices.address,
    )


@router.get("/challenges.csv")
def as_csv(request: Request, caller: Reading) -> Response:
    """The whole log as a sheet."""
    require_every_label(caller)
    return csv_reply(
        "challenges.csv",
        challenge_csv(caller.assistant.challenges(as_of=weighed_in(request.query_params).day)),
    )


@router.post("/challenges", dependencies=[Depends(from_here)])
def put(
    caller: Writing,
    text: Words,
    question: Annotated[str, Form(max_length=100)] = "",
    owner: Annotated[str, Form(max_length=200)] = "",
    due: Annotated[str, Form(max_length=10)] = "",
    copied: Annotated[str, Form(max_length=100)] = "",
    weighed: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Puts a challenge and goes back to the log. UsageError without words, or for a day that is none."""
    require_every_label(caller)
    log = caller.assistant.put_challenge(
        text,
        question=question,
        owner=owner,
        due=day_of(due),
        judge=caller.key.name,
        copied=copied,
        weighing=weighed_as(weighed).weighing,
    )
    return RedirectResponse(f"/challenges#{log.challenges[0].id}", status_code=303)


@router.post("/challenges/{id_}/entries", dependencies=[Depends(from_here)])
def add(caller: Writing, id_: str, kind: Annotated[str, Form()], words: Words = "") -> Response:
    """Records what came of a challenge."""
    require_every_label(caller)
    known = next((one for one in KINDS if one == kind), None)
    if known is None:
        raise UsageError(f"What is recorded is one of {', '.join(KINDS)}.")
    log = caller.assistant.add_to_challenge(id_, [(known, words)])
    return RedirectResponse(f"/challenges#{log.challenges[0].id}", status_code=303)
