"""Asking: the one way in which the service puts a question, whichever door it came through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fastapi import Request

from assistant.answer import Answer
from assistant.api.caller import Caller
from assistant.api.limits import Result, Turns
from ingest.filters import Filters


async def in_turn(request: Request, search: Callable[[], Result]) -> Result:
    """What a search gives, when it is its turn. LibraryBusyError where that does not come in time."""
    turns: Turns = request.app.state.turns
    return await turns.take(search)


async def ask_in_turn(
    request: Request,
    caller: Caller,
    question: str,
    filters: Filters,
    as_of: date | None,
    conversation: str | None,
) -> Answer:
    """The answer; with `conversation` it is kept in the caller's own of that name. Errors of the façade."""
    kept = {"conversation": conversation, "holder": caller.holder} if conversation else {}

    def ask() -> Answer:
        return caller.assistant.ask(question, filters=filters, as_of=as_of, **kept)

    return await in_turn(request, ask)
