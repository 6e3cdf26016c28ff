"""The conversations that a visitor has kept: listed, read again, gone on with and deleted."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from assistant.conversations.conversation import LONGEST
from assistant.render.conversation import AGAIN, NONE_KEPT, NOTHING, turn_said
from assistant.web.addresses import address
from assistant.web.asked import Asked
from assistant.web.pages import page
from assistant.web.visitor import Reading, from_here

router = APIRouter(include_in_schema=False)

PLACE = "/conversations"


@router.get(PLACE)
def conversations(request: Request, caller: Reading) -> HTMLResponse:
    """Each with how many questions it has and the first of them, the latest first."""
    entries = caller.assistant.conversations(caller.holder)
    return page(request, "conversations.html", entries=entries, nothing=NONE_KEPT, address=address)


@router.get(f"{PLACE}/kept")
def conversation(
    request: Request, caller: Reading, name: Annotated[str, Query(max_length=LONGEST)] = ""
) -> HTMLResponse:
    """One with what was quoted to each question, as the documents have it now. NotFoundError."""
    return page(
        request,
        "conversation.html",
        kept=caller.assistant.conversation(name, caller.holder),
        going_on=Asked(conversation=name).address("/"),
        back=address(f"{PLACE}/kept", [("name", name)]),
        again=AGAIN,
        nothing=NOTHING,
        said=turn_said,
    )


@router.post(f"{PLACE}/deleted", dependencies=[Depends(from_here)])
def delete(caller: Reading, name: Annotated[str, Form(max_length=LONGEST)] = "") -> Response:
    """Deletes one for good and goes back to the list. NotFoundError."""
    caller.assistant.delete_conversation(name, caller.holder)
    return RedirectResponse(PLACE, status_code=303)
