"""Status pairs: an action called on track or complete, and another paper that says it was not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.actions.disputes import contradiction, dispute
from assistant.actions.judge import in_order
from assistant.actions.setdown import Place
from assistant.actions.thread import Thread, Told
from assistant.contradictions.told import Found

_WORDS = 90
_BARE = 3
"""A report of no more words ("Green") says nothing without the row that it stands in."""


def status_pairs(threads: Iterable[Thread], as_of: str) -> Iterator[Found]:
    """For each action the first reports that contradict each other, and those that leave it open."""
    for thread in threads:
        told = in_order(thread, as_of)
        for first, second in filter(None, (contradiction(told), dispute(told))):
            about = thread.first.item.asked_wording or thread.first.item.wording
            yield Found("status", about[:_WORDS], _place(first, thread), _place(second, thread))


def _place(told: Told, thread: Thread) -> Place:
    """Where the report stands; the row that it ends where it is a colour or a word alone."""
    start, end = told.report.span
    rows = [placed.item.span for placed in thread.placed if placed.document_id == told.document_id]
    if len(told.report.words.split()) <= _BARE:
        start, end = next((row for row in rows if row[0] <= start and end <= row[1]), (start, end))
    return told.document_id, (start, end)
