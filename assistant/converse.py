"""Converse: a question within a named conversation, made whole by the one before it and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from assistant.answer import Answer
from assistant.conversations.name import checked_name
from assistant.conversations.not_kept import NotKeptError
from assistant.follow_up import (
    asks_for_earlier,
    asks_for_more,
    asks_for_sources,
    before_year,
    whole_question,
)
from assistant.more import Slice
from assistant.sources import sources_of
from assistant.subjects import subjects_of
from ingest.conversation import Turn
from ingest.errors import ScrutinyError
from ingest.filters import Filters
from ingest.library import Library


class Ask(Protocol):
    """Answers a whole question; what was `seen` is left out."""

    def __call__(self, text: str, /, seen: Sequence[Slice] = ()) -> Answer:
        """The answer to `text`."""
        ...


def converse(text: str, name: str, library: Library, ask: Ask, holder: str = "", as_of: str = "") -> Answer:
    """The answer to `text` as a part of the holder's conversation; `ask` answers a whole question.

    "Tell me more" gets what was not yet quoted on the question before it, "who said that?" the papers that
    were quoted, with `as_of` the ISO date of the answer, and "and before that?" what earlier ones say.

    UsageError for a name that cannot be one. NotKeptError, with the answer, where it cannot be written.
    """
    name, kept = checked_name(name), library.conversations.of(holder)
    turns = kept.turns(name)
    places = subjects_of(library.subjects())
    talk = [turn.understood for turn in turns]
    whole = whole_question(text, talk[-1] if talk else "", places, talk)
    held = {record.id for record in library.documents(Filters(include_superseded=True))}
    quoted = [one for one in turns[-1].slices if one[0] in held] if turns else []
    if quoted and asks_for_earlier(text):
        whole = _earlier(talk[-1], quoted[0], library)
    seen = [one for turn in turns if turn.understood == whole for one in turn.slices]
    if quoted and asks_for_sources(text):
        found = sources_of(text, quoted, library, as_of)
    else:
        found = ask(whole, seen) if seen and asks_for_more(text) else ask(whole)
    meant = found.understood or whole
    answer = replace(found, question=text, understood=meant if meant != text else "")
    slices = tuple((one.document_id, one.start, one.end) for one in answer.citations)
    try:
        kept.add(name, Turn(text, meant, slices))
    except (OSError, ScrutinyError) as error:
        raise NotKeptError(answer, str(error)) from error
    return answer


def _earlier(question: str, quoted: Slice, library: Library) -> str:
    """The question put to papers from before the one quoted first, where its date is known."""
    published = library.record(quoted[0]).published
    return before_year(question, published[:4]) if published else question
