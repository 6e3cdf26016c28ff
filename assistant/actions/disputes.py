"""Disputes: an action that one paper calls done or on its way, and another of the time says is not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.actions.days import last_day
from assistant.actions.proposals import kept_open
from assistant.actions.reading import denied_in
from assistant.actions.thread import Told
from assistant.actions.unfinished import is_short_of
from assistant.actions.vocabulary import pattern

_SOON = 92
"""Days within which what stood in the way is not taken to have gone without a word of how."""


def contradiction(told: Sequence[Told]) -> tuple[Told, Told] | None:
    """The first report of progress that another paper, not older, denies, with it; `told` in order of time.

    From "not started" to "complete" is progress, unless a day is named for it that had gone by when the other
    was written. An action reopened, late or not agreed to be closed is no contradiction.
    """
    for at, later in enumerate(told):
        for earlier in reversed(told[:at]):
            if _contradicts(earlier, later) or _contradicts(later, earlier):
                return earlier, later
    return None


def dispute(told: Sequence[Told]) -> tuple[Told, Told] | None:
    """The two reports that leave open whether the action is done: the last that decides, and an earlier one.

    One denies what the other tells, or tells what stands in the way soon before the bare "complete".
    """
    said = [item for item in told if item.sure and item.report.state != "none"]
    deciding = [item for item in said if item.report.state != "in_hand"]
    if len(deciding) < 2:
        return None
    last = deciding[-1]
    for earlier in reversed(deciding[:-1]):
        if earlier.document_id == last.document_id:
            continue
        if last.report.state != "done":
            return (earlier, last) if last is said[-1] and _contradicts(earlier, last) else None
        if earlier.report.state == "done":
            return None
        fully = last.report.completed or last.report.measured
        blocked = not fully and _blocked(earlier) and _soon(earlier, last)
        return (earlier, last) if blocked or _contradicts(last, earlier) else None
    return None


def _contradicts(claim: Told, other: Told) -> bool:
    """Whether a paper denies, on the day by which it was done or later, what another says of an action."""
    if claim.document_id == other.document_id or not claim.report.said_on or not other.report.said_on:
        return False
    one, against = claim.report, other.report
    if one.state == "in_hand":
        begun = against.state == "not_started" and bool(pattern("status", "under_way").search(one.words))
        return begun and claim.day <= other.day and not is_short_of(against.words)
    denied = against.state in ("not_started", "not_done") and bool(denied_in(against.words))
    if one.state != "done" or not denied or not (claim.sure and other.sure):
        return False
    if is_short_of(against.words) and not pattern("status", "whole").search(one.words):
        return False
    by_then = last_day(one.completed) if one.completed and len(one.completed) > len("2025") else claim.day
    return by_then <= other.day


def _blocked(told: Told) -> bool:
    """Whether a report says that something stands in the way: no money, nobody in post, closing refused."""
    words = told.report.words
    return any(sign.search(words) for sign in (pattern("status", "blocked"), kept_open()))


def _soon(earlier: Told, later: Told) -> bool:
    if not earlier.report.said_on or not later.report.said_on:
        return False
    return (date.fromisoformat(later.day) - date.fromisoformat(earlier.day)).days <= _SOON
