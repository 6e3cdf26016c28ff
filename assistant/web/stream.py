"""An answer as it comes, for the page's own script: pieces of HTML as server-sent events.

Exactly one of `done` and `failed` ends the stream; without it the answer was cut off, and the script opens
the answer's page instead. The pieces are those of the page, so that both ways end in the same page.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from assistant.answer import Answer
from assistant.api.asking import comments
from assistant.api.caller import Caller
from assistant.api.problem import CRASHED
from assistant.crash import write_log
from assistant.machine.text import Json, to_json
from assistant.render.plain import counted, shortened
from assistant.web.asked import Asked
from assistant.web.asking import answered, shown_answer, spoken
from assistant.web.pages import filled
from assistant.web.places import records
from ingest.errors import ScrutinyError


async def answer_pieces(request: Request, caller: Caller, asked: Asked) -> AsyncIterator[str]:
    """`searching`, a `statement` each, and `done` with the whole page or `failed` with what is wrong."""
    task = None
    try:
        filters = await run_in_threadpool(asked.filters, caller)
        searched = len(await run_in_threadpool(records, caller, filters))
        yield _event("searching", {"text": f"Searching {counted(searched, 'document')}"})
        task = asyncio.ensure_future(answered(request, caller, asked))
        async for comment in comments(task, request.app.state.stopping):
            yield comment
        shown = shown_answer(*task.result())
        for number, one in enumerate(shown["answer"].statements, 1):
            html = filled(request, "statement.html", **shown, one=one, number=number)
            yield _event("statement", {"html": html})
        yield _event("done", _done(request, shown))
    except ScrutinyError as error:
        yield _event("failed", {"text": error.message, "next_step": error.next_step})
    except Exception as error:
        write_log(error)
        yield _event("failed", {"text": CRASHED, "next_step": ""})
    finally:
        if task:
            task.cancel()  # whoever has gone away needs no turn any more


def _done(request: Request, shown: Json) -> Json:
    asked: Asked = shown["asked"]
    answer: Answer = shown["answer"]
    return {
        "html": filled(request, "answer_main.html", **shown),
        "address": asked.address(),
        "title": f"{shortened(asked.question, 70)} · Scrutiny assistant",
        "text": spoken(answer),
    }


def _event(name: str, data: Json) -> str:
    return f"event: {name}\ndata: {to_json(data)}\n\n"
