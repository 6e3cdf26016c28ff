"""Linking: what a report says of the action that it is linked to, and what else speaks for the link."""

from __future__ import annotations

from dataclasses import replace

from assistant.actions.proposals import kept_open, points_at_action
from assistant.actions.setdown import Report
from assistant.actions.terms import kinds_of_report, terms_of
from assistant.actions.thread import Placed, Thread
from assistant.actions.vocabulary import pattern


def of_its_matter(report: Report, thread: Thread) -> Report:
    """“44 sailings were cancelled” rejects no action on what to do “when sailings are cancelled”."""
    texts = (report.words.lower(), thread.first.item.wording.lower())
    said, own = (set(pattern("status", "rejected").findall(text)) for text in texts)
    return replace(report, state="none") if report.state == "rejected" and said <= own else report


def as_found(report: Report, thread: Thread) -> Report:
    """The report; as one of a thing done where it gives what an action that was to look found."""
    looks = pattern("evidence", "methods").match(thread.first.item.wording)
    told = report.measured and report.state in ("none", "in_hand")
    if looks and told and pattern("evidence", "findings").search(report.words):
        return replace(report, state="done", short=False)
    return report


def keeps_open(report: Report) -> bool:
    """Whether a body would not close an action or opens it again: no guess, whichever words link it."""
    signs = (kept_open(), pattern("promises", "reopening"))
    return bool(points_at_action().search(report.words)) and any(sign.search(report.words) for sign in signs)


def is_titled(placed: Placed, report: Report) -> bool:
    """Whether a report stands under a heading that names the plan of an action, by a word of its title."""
    title = terms_of(f"{placed.title} {placed.file}") - kinds_of_report()
    return bool(title & terms_of(report.about))


def shares_owner(one: str, other: str) -> bool:
    """Whether two owners are the same: all telling words of the shorter name stand in the longer."""
    first, second = sorted((terms_of(one), terms_of(other)), key=len)
    return bool(first) and first <= second
