"""Turn: a question answered as one that follows others, and what is kept of the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from assistant.answer import Answer
from assistant.conversations.choose_reading import Judge, answer_as_meant
from assistant.conversations.otherwise import otherwise
from assistant.conversations.sources import later_answer
from assistant.follow_up.cues import (
    asks_for_earlier,
    asks_for_more,
    asks_for_sources,
    asks_if_still,
    asks_otherwise,
    reads_on,
)
from assistant.follow_up.paper_before import asked_of, asks_for_paper_before, named, named_before
from assistant.follow_up.period import period_moved, shift_asked
from assistant.follow_up.readings import readings_of
from assistant.follow_up.scope import Scope
from assistant.follow_up.unsearched import none_before, unclear, unknown_period
from assistant.follow_up.whole_question import before_year
from assistant.more import Quoted
from assistant.understanding.reworded import reworded
from ingest.conversation import Turn
from ingest.library import Library


class Ask(Protocol):
    """Answers a whole question; what was `seen` is left out, and `within` are the only documents asked."""

    def __call__(self, text: str, /, seen: Sequence[Quoted] = (), within: Sequence[str] = ()) -> Answer:
        """The answer to `text`."""
        ...


def answer_turn(
    text: str, turns: Sequence[Turn], library: Library, ask: Ask, as_of: str, judge: Judge | None
) -> Answer:
    """The answer to a text that follows these turns, its question the whole one that it was taken for."""
    if not turns:
        return unclear(reworded(text), library, as_of) or ask(text)
    earlier, scope = turns[-1].understood, Scope.of(turns, library)
    if not scope.paper and (asks_for_paper_before(text) or asks_of_quoted(text)):
        return unclear(reworded(text), library, as_of) or ask(text)
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
    if scope.paper and asks_otherwise(text):
        against = otherwise(earlier, scope.quoted, library, as_of)
        if against or not first.by_rule:
            return against or ask(earlier, scope.quoted)
        return ask(first.text, within=first.within)
    seen = [one for turn in turns if turn.understood == first.text for one in turn.slices]
    if seen and asks_for_more(text):
        return ask(first.text, seen)
    return answer_as_meant(groups, lambda one: ask(one.text, within=one.within), judge)


def asks_of_quoted(text: str) -> bool:
    """Does it ask of nothing but what was quoted: where it stands, or what stands next?"""
    return asks_for_sources(text) or reads_on(text)


def turn_of(answer: Answer, asked: str, understood: str) -> Turn:
    """What is kept of an answer: the places quoted; of one without quotations, what it says."""
    slices = tuple((one.document_id, one.start, one.end) for one in answer.citations)
    if answer.outcome in ("answered", "partly"):
        return Turn(asked, understood, slices)
    return Turn(asked, understood, slices, answer.verdict, answer.reason)
