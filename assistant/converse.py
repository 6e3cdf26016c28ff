"""Converse: a question within a named conversation, made whole by the one before it and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from assistant.answer import Answer
from assistant.conversations.name import checked_name
from assistant.conversations.not_kept import NotKeptError
from assistant.follow_up import asks_for_more, whole_question
from assistant.more import Slice
from assistant.subjects import subjects_of
from ingest.conversation import Turn
from ingest.errors import ScrutinyError
from ingest.library import Library


class Ask(Protocol):
    """Answers a whole question; what was `seen` is left out."""

    def __call__(self, text: str, /, seen: Sequence[Slice] = ()) -> Answer:
        """The answer to `text`."""
        ...


def converse(text: str, name: str, library: Library, ask: Ask, holder: str = "") -> Answer:
    """The answer to `text` as a part of the holder's conversation; `ask` answers a whole question.

    "Tell me more" gets what was not yet quoted on the question before it.

    UsageError for a name that cannot be one. NotKeptError, with the answer, where it cannot be written.
    """
    name, kept = checked_name(name), library.conversations.of(holder)
    turns = kept.turns(name)
    places = subjects_of(library.subjects())
    talk = [turn.understood for turn in turns]
    whole = whole_question(text, talk[-1] if talk else "", places, talk)
    seen = [one for turn in turns if turn.understood == whole for one in turn.slices]
    found = ask(whole, seen) if seen and asks_for_more(text) else ask(whole)
    meant = found.understood or whole
    answer = replace(found, question=text, understood=meant if meant != text else "")
    slices = tuple((one.document_id, one.start, one.end) for one in answer.citations)
    try:
        kept.add(name, Turn(text, meant, slices))
    except (OSError, ScrutinyError) as error:
        raise NotKeptError(answer, str(error)) from error
    return answer
