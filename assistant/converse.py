"""Converse: a question within a named conversation, made whole by the one before it and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Answer
from assistant.conversations.name import checked_name
from assistant.conversations.not_kept import NotKeptError
from assistant.follow_up import whole_question
from assistant.subjects import subjects_of
from ingest.conversation import Turn
from ingest.errors import ScrutinyError
from ingest.library import Library


def converse(
    text: str, name: str, library: Library, ask: Callable[[str], Answer], holder: str = ""
) -> Answer:
    """The answer to `text` as a part of the holder's conversation; `ask` answers a whole question.

    UsageError for a name that cannot be one. NotKeptError, with the answer, where it cannot be written.
    """
    name, kept = checked_name(name), library.conversations.of(holder)
    turns = kept.turns(name)
    places = subjects_of(library.documents())
    talk = [turn.understood for turn in turns]
    whole = whole_question(text, talk[-1] if talk else "", places, talk)
    answer = replace(ask(whole), question=text, understood=whole if whole != text else "")
    slices = tuple((one.document_id, one.start, one.end) for one in answer.citations)
    try:
        kept.add(name, Turn(text, whole, slices))
    except (OSError, ScrutinyError) as error:
        raise NotKeptError(answer, str(error)) from error
    return answer
