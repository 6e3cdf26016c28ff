"""Status pairs: an action called on track or complete, and a later paper that says it was not begun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.actions.days import last_day
from assistant.actions.disputes import dispute
from assistant.actions.judge import in_order
from assistant.actions.thread import Thread, Told
from assistant.actions.unfinished import is_short_of
from assistant.contradictions.told import Found

_WORDS = 90


def status_pairs(threads: Iterable[Thread], as_of: str) -> Iterator[Found]:
    """For each action the first report of progress that a later report contradicts, with it.

    "On track" or "complete" against "not started", where the later report is not older; and "complete" soon
    after another paper told what stands in the way. From "not started" to "complete" is progress, and an
    action reopened or late is no contradiction.
    """
    for thread in threads:
        told = [item for item in in_order(thread, as_of) if item.report.said_on]
        pair = _pair(told)
        if pair:
            first, second = pair
            about = thread.first.item.asked_wording or thread.first.item.wording
            yield Found(
                "status",
                about[:_WORDS],
                (first.document_id, first.report.span),
                (second.document_id, second.report.span),
            )


def _pair(told: list[Told]) -> tuple[Told, Told] | None:
    if disputed := dispute(told):
        return disputed
    for at, later in enumerate(told):
        for earlier in reversed(told[:at]):
            if _contradicts(earlier, later):
                return earlier, later
    return None


def _contradicts(earlier: Told, later: Told) -> bool:
    if earlier.document_id == later.document_id or _day(later) < _day(earlier):
        return False
    one, other = earlier.report, later.report
    if other.state != "not_started" or is_short_of(other.words):
        return False
    if one.state == "done":
        return earlier.sure and later.sure
    return one.state == "in_hand" and _claims_progress(one.words)


def _day(told: Told) -> str:
    return last_day(told.report.said_on) if told.report.said_on else ""


def _claims_progress(words: str) -> bool:
    """Whether it says that something is being done, and not only that it is new or planned."""
    from assistant.actions.vocabulary import pattern

    return bool(pattern("status", "under_way").search(words))
