"""Converse: a question within a named conversation, made whole by those before it and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.conversations.choose_reading import Judge
from assistant.conversations.conversation import NotKeptError, checked_name
from assistant.conversations.in_parts import answer_in_parts
from assistant.conversations.reading_on import reading_on
from assistant.conversations.sources import author_of, sources_of
from assistant.conversations.turn import Ask, asks_of_quoted, turn_of
from assistant.follow_up.cues import (
    asks_for_author,
    is_courtesy,
    reads_on,
)
from assistant.follow_up.scope import Scope
from assistant.follow_up.unsearched import courtesy
from assistant.understanding.bare import bare
from assistant.understanding.contractions import written_out
from ingest.conversation import Turn
from ingest.errors import ScrutinyError
from ingest.library import Library


def converse(
    text: str,
    name: str,
    library: Library,
    ask: Ask,
    holder: str = "",
    as_of: str = "",
    judge: Judge | None = None,
) -> Answer:
    """The answer to `text` as a part of the holder's conversation; `ask` answers a whole question.

    "Tell me more" gets what was not yet quoted on the question before it, "who said that?" the papers that
    were quoted, with `as_of` the ISO date of the answer, "and before that?" what earlier ones say, and "the
    one before?" what the paper of that kind and area before the one quoted says.

    UsageError for a name that cannot be one. NotKeptError, with the answer, where it cannot be written.
    """
    name, kept = checked_name(name), library.conversations.of(holder)
    told, turns = written_out(bare(text)), kept.turns(name)
    # What only asked for sources, for what stands next, or said thanks, is nothing to go on from.
    talk = [one for one in turns if not (is_courtesy(one.asked) or asks_of_quoted(written_out(one.asked)))]
    found = courtesy(written_out(text), library, as_of) or _of_quoted(told, turns, talk, library, as_of)
    found = found or answer_in_parts(told, talk, library, ask, as_of, judge)
    meant = found.understood or found.question
    # What is only written out changes nothing that would have to be told.
    answer = replace(found, question=text, understood="" if meant in (text, told) else meant)
    try:
        kept.add(name, turn_of(answer, text, meant))
    except (OSError, ScrutinyError) as error:
        raise NotKeptError(answer, str(error)) from error
    return answer


def _of_quoted(
    text: str, turns: Sequence[Turn], talk: Sequence[Turn], library: Library, as_of: str
) -> Answer | None:
    """Where that stands which was quoted last, by whom, or how it goes on; None where that is not asked."""
    if not talk or not asks_of_quoted(text):
        return None
    scope = Scope.of(talk, library)
    read = [one for one in Scope.of(turns, library).quoted if reads_on(turns[-1].asked)]
    quoted = tuple(read) or scope.quoted
    if asks_for_author(text) and scope.paper:
        return author_of(scope.paper, scope.quoted, library, as_of)
    if not quoted:
        return None
    if reads_on(text):
        return reading_on(text, quoted[0], library, as_of)
    return sources_of(text, quoted, library, as_of)
