"""Converse: a question within a named conversation, made whole by those before it and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from assistant.answer import Answer
from assistant.conversations.choose_reading import Judge, answer_as_meant
from assistant.conversations.name import checked_name
from assistant.conversations.not_kept import NotKeptError
from assistant.conversations.reading_on import reading_on
from assistant.conversations.sources import author_of, later_answer, sources_of
from assistant.follow_up.cues import (
    asks_for_author,
    asks_for_earlier,
    asks_for_more,
    asks_for_sources,
    asks_if_still,
    is_courtesy,
    reads_on,
)
from assistant.follow_up.paper_before import (
    asked_of,
    asks_for_paper_before,
    named,
    named_before,
)
from assistant.follow_up.period import period_moved, shift_asked
from assistant.follow_up.readings import readings_of
from assistant.follow_up.scope import Scope
from assistant.follow_up.unsearched import courtesy, none_before, unclear, unknown_period
from assistant.follow_up.whole_question import before_year
from assistant.more import Quoted
from assistant.understanding.contractions import written_out
from ingest.conversation import Turn
from ingest.errors import ScrutinyError
from ingest.library import Library


class Ask(Protocol):
    """Answers a whole question; what was `seen` is left out, and `within` are the only documents asked."""

    def __call__(self, text: str, /, seen: Sequence[Quoted] = (), within: Sequence[str] = ()) -> Answer:
        """The answer to `text`."""
        ...


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
    told, turns = written_out(text), kept.turns(name)
    # What only asked for sources, for what stands next, or said thanks, is nothing to go on from.
    talk = [one for one in turns if not (is_courtesy(one.asked) or _asks_of_quoted(written_out(one.asked)))]
    found = courtesy(told, library, as_of) or _of_quoted(told, turns, talk, library, as_of)
    found = found or _answer(told, talk, library, ask, as_of, judge)
    meant = found.understood or found.question
    # What is only written out changes nothing that would have to be told.
    answer = replace(found, question=text, understood="" if meant in (text, told) else meant)
    try:
        kept.add(name, _kept(answer, text, meant))
    except (OSError, ScrutinyError) as error:
        raise NotKeptError(answer, str(error)) from error
    return answer


def _asks_of_quoted(text: str) -> bool:
    """Does it ask of nothing but what was quoted: where it stands, or what stands next?"""
    return asks_for_sources(text) or reads_on(text)


def _of_quoted(
    text: str, turns: Sequence[Turn], talk: Sequence[Turn], library: Library, as_of: str
) -> Answer | None:
    """Where that stands which was quoted last, by whom, or how it goes on; None where that is not asked."""
    if not talk or not _asks_of_quoted(text):
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


def _answer(
    text: str, turns: Sequence[Turn], library: Library, ask: Ask, as_of: str, judge: Judge | None
) -> Answer:
    """The answer, its question the whole one that the text was taken for."""
    if not turns:
        return unclear(text, library, as_of) or ask(text)
    earlier, scope = turns[-1].understood, Scope.of(turns, library)
    if not scope.paper and (asks_for_paper_before(text) or _asks_of_quoted(text)):
        return unclear(text, library, as_of) or ask(text)
    if asks_for_paper_before(text) and scope.paper:
        before = scope.before(scope.paper)
        if before is None:
            whole = asked_of(earlier, named_before(scope.paper), scope.places)
            return replace(none_before(text, scope.paper, scope.area, library, as_of), question=whole)
        return ask(asked_of(earlier, named(before, scope.paper), scope.places), within=(before.id,))
    if moved := period_moved(text, earlier, [one.title for one in scope.papers]):
        return ask(moved, within=scope.documents(text, moved))
    shift = shift_asked(text)
    past = asks_for_earlier(text) or (shift and shift.unit == "year" and shift.by < 0)
    if shift and not (scope.paper and past):
        return unknown_period(shift, earlier, library, as_of)
    if scope.paper and past:
        published = scope.paper.published
        return ask(before_year(earlier, published[:4]) if published else earlier)
    groups = readings_of(text, earlier, scope)
    first = groups[0][0]
    if scope.paper and asks_if_still(text):
        return later_answer(first.text, scope, library, lambda one, within: ask(one, within=within), as_of)
    seen = [one for turn in turns if turn.understood == first.text for one in turn.slices]
    if seen and asks_for_more(text):
        return ask(first.text, seen)
    return answer_as_meant(groups, lambda one: ask(one.text, within=one.within), judge)


def _kept(answer: Answer, asked: str, understood: str) -> Turn:
    """What is kept of an answer: the places quoted; of one without quotations, what it says."""
    slices = tuple((one.document_id, one.start, one.end) for one in answer.citations)
    if answer.outcome in ("answered", "partly"):
        return Turn(asked, understood, slices)
    return Turn(asked, understood, slices, answer.verdict, answer.reason)
