"""Asking: a question from a page, answered as the service answers all, and what its page shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from assistant.answer import Answer, by_number
from assistant.api.asking import ask_in_turn
from assistant.api.caller import Caller
from assistant.render.plain import counted
from assistant.web.asked import Asked
from assistant.web.notes import users_of
from assistant.web.trail import Trail
from ingest.document import KINDS


async def answered(request: Request, caller: Caller, asked: Asked) -> tuple[Asked, Answer]:
    """The answer, and what was asked as its address shall say it, which goes on meaning the same.

    What a form has sent with the name of a conversation is asked within it and kept; the address then holds
    the whole question that a follow-up was taken for, so that opening it again neither needs nor adds to it.
    """
    within = "" if asked.complete else asked.conversation
    asked = await run_in_threadpool(completed, asked, caller)
    filters = await run_in_threadpool(asked.filters, caller)
    answer = await ask_in_turn(request, caller, asked.question, filters, asked.day, within)
    if within and answer.understood:
        asked = replace(asked, question=answer.understood)
        answer = replace(answer, question=answer.understood, understood="")
    trail: Trail = request.app.state.trail
    trail.remember(caller, asked.address(), answer.library_version, answer.citations or answer.nearest)
    return asked, answer


def completed(asked: Asked, caller: Caller) -> Asked:
    """With the day and the library's version, where they are not named."""
    day = asked.as_of or date.today().isoformat()
    return replace(asked, as_of=day, library=asked.library or caller.assistant.library_version())


def shown_answer(asked: Asked, answer: Answer) -> dict[str, Any]:
    """What the template of an answer is filled with."""
    said = [(f"said-{at}", f"statement {at}", one.citations) for at, one in enumerate(answer.statements, 1)]
    put = [(f"ask-{at}", f"challenge {at}", one.citations) for at, one in enumerate(answer.challenges, 1)]
    return {
        "asked": asked,
        "answer": answer,
        "cited": by_number(answer.citations),
        "users": users_of(said + put),
        "fresh": replace(asked, question="", as_of="", library=""),
        "kinds": KINDS,
        "back": asked.address(),
        "moved": answer.library_version != asked.library,
    }


def spoken(answer: Answer) -> str:
    """One sentence for whoever does not see the page change."""
    if answer.outcome == "not_found":
        return f"Not found in the documents. {counted(len(answer.nearest), 'nearest passage')} shown."
    if answer.outcome == "courtesy":
        return answer.verdict
    return f"Answer ready, {counted(len(answer.citations), 'source')}."
