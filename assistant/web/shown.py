"""Shown: an answer with what its page needs besides it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.answer import Answer, by_number
from assistant.render.plain import counted
from assistant.web.asked import Asked
from assistant.web.notes import users_of
from ingest.document import KINDS


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
