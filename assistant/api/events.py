"""Events: an answer as server-sent events, which always end with exactly one terminal event.

A stream that ends without one was cut off. The error is caught here and told as an event, because once the
first byte is out an exception can no longer change the status.
https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from starlette.concurrency import run_in_threadpool

from assistant.answer import Answer
from assistant.api.asking import comments
from assistant.api.problem import CRASHED
from assistant.crash import write_log
from assistant.machine.answers import answer_object
from assistant.machine.text import Json, to_json
from ingest.errors import ScrutinyError
from ingest.records import DocumentRecord


async def answer_events(
    question: str,
    ask: Callable[[], Awaitable[Answer]],
    searched: Callable[[], Sequence[DocumentRecord]],
    stopping: asyncio.Event,
) -> AsyncIterator[str]:
    """`answer.created`, `retrieval.done`, `statement.added`s, `answer.completed`, `.refused` or `.failed`.

    Each has `seq` from 0 and `answer_id`; the terminal one carries the whole answer, or the problem.
    `searched` gives the documents that could have answered; `stopping` is set when the service is to stop.
    """
    stream = _Stream()
    yield stream.event("answer.created", {"question": question})
    task = asyncio.ensure_future(ask())
    try:
        async for comment in comments(task, stopping):
            yield comment
        answer = answer_object(task.result())
        yield stream.event("retrieval.done", _counted(await run_in_threadpool(searched)))
        for statement in answer["statements"]:
            cited = [item for item in answer["citations"] if item["n"] in statement["citations"]]
            yield stream.event("statement.added", {"statement": statement, "citations": cited})
        refused = answer["outcome"] == "not_found"
        yield stream.event("answer.refused" if refused else "answer.completed", {"answer": answer})
    except ScrutinyError as error:
        yield stream.event("answer.failed", {"detail": error.message, "next_step": error.next_step})
    except Exception as error:
        write_log(error)
        yield stream.event("answer.failed", {"detail": CRASHED, "next_step": ""})
    finally:
        task.cancel()  # whoever has gone away needs no turn any more


def _counted(records: Sequence[DocumentRecord]) -> Json:
    return {"documents": len(records), "passages": sum(record.passages for record in records)}


class _Stream:
    """Numbers the events of one answer."""

    def __init__(self) -> None:
        self._id = secrets.token_hex(8)
        self._seq = 0

    def event(self, name: str, data: Json) -> str:
        told = to_json({"seq": self._seq, "answer_id": self._id} | data)
        text = f"id: {self._seq}\nevent: {name}\ndata: {told}\n\n"
        self._seq += 1
        return text
