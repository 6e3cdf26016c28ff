"""Converse: a question within a named conversation, made whole by the one before it and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Answer
from assistant.follow_up import whole_question
from assistant.subjects import subjects_of
from ingest.conversation import Turn
from ingest.errors import UsageError
from ingest.library import Library

LONGEST_NAME = 80


def converse(text: str, name: str, library: Library, ask: Callable[[str], Answer]) -> Answer:
    """The answer to `text` as a part of the conversation; `ask` answers a whole question.

    UsageError for a name that is empty or too long; LibraryBusyError where another process writes.
    """
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise UsageError(
            f"“{name[:LONGEST_NAME]}” is no name for a conversation.", f"Use 1 to {LONGEST_NAME} characters."
        )
    turns = library.conversations.turns(name)
    places = subjects_of(library.documents())
    whole = whole_question(text, turns[-1].understood if turns else "", places)
    answer = ask(whole)
    slices = tuple((one.document_id, one.start, one.end) for one in answer.citations)
    library.conversations.add(name, Turn(text, whole, slices))
    return replace(answer, question=text, understood=whole if whole != text else "")
