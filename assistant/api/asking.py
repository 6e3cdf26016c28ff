"""Asking: the one way in which the service puts a question, from whichever door, and waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import date
from typing import Any

from fastapi import Request

from assistant.answer import Answer
from assistant.api.caller import Caller
from assistant.api.limits import Result, Turns
from ingest.errors import LibraryBusyError
from ingest.filters import Filters

PING_SECONDS = 15.0
"""Silence after which a comment is sent, so that nothing on the way gives the connection up."""
GRACE_SECONDS = 3.0
"""How long answers may still take once the service is told to stop."""
PING = ": still searching\n\n"


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


async def comments(task: asyncio.Future[Any], stopping: asyncio.Event) -> AsyncIterator[str]:
    """Comments until the task is done. LibraryBusyError where the service stops before that."""
    told = asyncio.ensure_future(stopping.wait())
    try:
        while not task.done():
            await asyncio.wait([task, told], timeout=PING_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if told.done() and not (await asyncio.wait([task], timeout=GRACE_SECONDS))[0]:
                raise LibraryBusyError("The service is being stopped.", "Ask again in a little while.")
            if not task.done():
                yield PING
    finally:
        told.cancel()
