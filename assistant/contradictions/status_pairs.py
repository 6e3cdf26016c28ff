"""Status pairs: an action called on track or complete, and a later paper that says it was not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.actions.days import last_day
from assistant.actions.disputes import dispute
from assistant.actions.judge import in_order
from assistant.actions.setdown import Place
from assistant.actions.thread import Thread, Told
from assistant.actions.unfinished import is_short_of
from assistant.actions.vocabulary import pattern
from assistant.contradictions.told import Found

_WORDS = 90
_BARE = 3
"""A report of no more words ("Green") says nothing without the row that it stands in."""


def status_pairs(threads: Iterable[Thread], as_of: str) -> Iterator[Found]:
    """For each action the first report of progress that a later report contradicts, with it.

    "On track" or "complete" against "not started", "complete" against "not complete", where the later report
    is not older; and "complete" soon after another paper told what stands in the way. From "not started" to
    "complete" is progress, and an action reopened, late or not agreed to be closed is no contradiction.
    """
    for thread in threads:
        told = [item for item in in_order(thread, as_of) if item.report.said_on]
        for first, second in filter(None, (_pair(told), dispute(told))):
            about = thread.first.item.asked_wording or thread.first.item.wording
            yield Found("status", about[:_WORDS], _place(first, thread), _place(second, thread))


def _place(told: Told, thread: Thread) -> Place:
    """Where the report stands; the row that it ends where it is a colour or a word alone."""
    start, end = told.report.span
    rows = [placed.item.span for placed in thread.placed if placed.document_id == told.document_id]
    if len(told.report.words.split()) <= _BARE:
        start, end = next((row for row in rows if row[0] <= start and end <= row[1]), (start, end))
    return told.document_id, (start, end)


def _pair(told: list[Told]) -> tuple[Told, Told] | None:
    for at, later in enumerate(told):
        for earlier in reversed(told[:at]):
            if _contradicts(earlier, later):
                return earlier, later
    return None


def _contradicts(earlier: Told, later: Told) -> bool:
    if earlier.document_id == later.document_id or _day(later) < _day(earlier):
        return False
    one, other = earlier.report, later.report
    if one.state == "done":
        denied = other.state == "not_started" or bool(pattern("status", "denials").match(other.words))
        return denied and earlier.sure and later.sure and not is_short_of(other.words)
    begun = one.state == "in_hand" and bool(pattern("status", "under_way").search(one.words))
    return begun and other.state == "not_started" and not is_short_of(other.words)


def _day(told: Told) -> str:
    return last_day(told.report.said_on) if told.report.said_on else ""
