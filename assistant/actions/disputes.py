"""Disputes: an action that one paper calls done soon after another told what stands in its way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.actions.days import last_day
from assistant.actions.thread import Told
from assistant.actions.vocabulary import pattern

_SOON = 92
"""Days within which what stood in the way is not taken to have gone without a word of how."""


def dispute(told: Sequence[Told]) -> tuple[Told, Told] | None:
    """The report of what stands in the way and the bare "complete" of another paper that follows it soon.

    None where the later names a day or something counted, and where the last that decides is another. `told`
    is in order of time.
    """
    deciding = [item for item in told if item.sure and item.report.state not in ("none", "in_hand")]
    if len(deciding) < 2 or deciding[-1].report.state != "done":
        return None
    later = deciding[-1]
    if later.report.completed or later.report.measured:
        return None
    for earlier in reversed(deciding[:-1]):
        if earlier.document_id == later.document_id:
            continue
        if earlier.report.state == "done":
            return None
        return (earlier, later) if _blocked(earlier) and _soon(earlier, later) else None
    return None


def _blocked(told: Told) -> bool:
    """Whether a report says that something stands in the way: no money, nobody in post, on hold."""
    return bool(pattern("status", "blocked").search(told.report.words))


def _soon(earlier: Told, later: Told) -> bool:
    if not earlier.report.said_on or not later.report.said_on:
        return False
    days = (date.fromisoformat(last_day(item.report.said_on or "")) for item in (earlier, later))
    first, second = days
    return (second - first).days <= _SOON
