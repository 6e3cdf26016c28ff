"""Judge: how far an action has got and whether in time, from what was said of it up to a day.

The last report that says anything decides. Done is a body's own word; it becomes evidenced where somebody saw
or counted something, and impact shown where figures stand before and after. Silence is never "overdue".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.actions.action import ActionStatus, Timing
from assistant.actions.days import last_day
from assistant.actions.disputes import dispute
from assistant.actions.figures import shows_change
from assistant.actions.reading import is_measured
from assistant.actions.setdown import Place, Report, SetDown
from assistant.actions.terms import terms_of
from assistant.actions.thread import Placed, Thread, Told
from assistant.actions.vocabulary import pattern

_UNFINISHED = ("not_started", "not_done", "in_hand")


@dataclass(frozen=True, slots=True)
class Judged:
    """What was made of one thread; `told` is in order of time.

    `first_due` is the day first set where `due` is one to which a later paper moved it, else None.
    `disputed`: the report that it is not done, or what stands in the way, beside a paper that calls it done.
    """

    status: ActionStatus
    timing: Timing
    due: str | None
    due_place: Place | None
    told: tuple[Told, ...]
    evidence: Place | None
    impact: Place | None
    first_due: str | None = None
    first_due_place: Place | None = None
    disputed: Told | None = None


def judge(thread: Thread, as_of: str) -> Judged:
    """Status and timing of a thread on a day, with the places that show evidence and impact."""
    told = in_order(thread, as_of)
    first = _due(thread)
    now = _moved(thread, told) or first
    disputed = next((item for item in dispute(told) or () if item.report.state != "done"), None)
    state = disputed.report.state if disputed else _state(told)
    evidence = _evidence(thread, told) if state == "done" else None
    impact = _impact(thread, told) if state == "done" else None
    status = _status(state, evidence, impact)
    # What was done is late by the day first set; what is open is due on the day that was set last.
    timing = _timing(thread, status, now[0] if status == "open" else first[0] or now[0], told, as_of)
    before = first if now[0] != first[0] else (None, None)
    return Judged(status, timing, *now, tuple(told), evidence, impact, *before, disputed=disputed)


def _state(told: Sequence[Told]) -> str:
    """What the last report that decides says. A link by words alone reopens nothing that is called done."""
    state = "none"
    for item in told:
        said = item.report.state
        reopens = state in ("done", "rejected", "already_done") and said in _UNFINISHED
        if said != "none" and not (reopens and not item.sure):
            state = said
    return state


def _status(state: str, evidence: Place | None, impact: Place | None) -> ActionStatus:
    if state == "rejected":
        return "rejected"
    if state == "already_done":
        return "already_done"
    if state != "done":
        return "open"
    if impact:
        return "impact_shown"
    return "evidenced" if evidence else "done"


def in_order(thread: Thread, as_of: str) -> list[Told]:
    """What was said of a thread up to a day, oldest first."""
    own = [Told(placed.document_id, report) for placed in thread.placed for report in placed.item.reports]
    known = [
        item
        for item in [*own, *thread.told]
        if not item.report.said_on or item.report.said_on <= as_of[: len(item.report.said_on)]
    ]
    return sorted(known, key=lambda item: (item.day, item.sure))


def _due(thread: Thread) -> tuple[str | None, Place | None]:
    """The day first set for it, from its own words, else from the recommendation that it answers."""
    dated = [placed for placed in thread.placed if placed.item.due]
    spoken = dated or [placed for placed in thread.placed if placed.item.due_words]
    if spoken:
        item = spoken[0].item
        return item.due, (spoken[0].document_id, item.due_words) if item.due_words else None
    return None, None


def _moved(thread: Thread, told: Sequence[Told]) -> tuple[str, Place | None] | None:
    """The day to which the last paper that gives it another date moves it; of one day a report decides."""
    moves: list[tuple[str, int, str, SetDown | Report]] = [
        (placed.day, 0, placed.document_id, placed.item) for placed in _reset(thread, told)
    ]
    moves += [(item.day, 1, item.document_id, item.report) for item in told]
    found = None
    for _, _, document_id, item in sorted(moves, key=lambda move: move[:2]):
        if item.due:
            found = item.due, (document_id, item.due_words) if item.due_words else None
    return found


def _reset(thread: Thread, told: Sequence[Told]) -> Iterator[Placed]:
    """Where a later plan sets it down with another day, unless it had been done by then.

    The same words ("end of March") give no other day, whatever the year they are read in.
    """
    dated = [placed for placed in thread.placed if placed.said_on and placed.item.due_kind == "date"]
    for before, placed in pairwise(dated):
        day, one, other = placed.said_on or "", before.item, placed.item
        known = [item for item in told if (item.report.said_on or "") < day]
        if before.day >= day or _state(known) == "done" or one.due == other.due:
            continue
        if not other.due_wording or one.due_wording != other.due_wording:
            yield placed


def _timing(
    thread: Thread, status: ActionStatus, due: str | None, told: Sequence[Told], as_of: str
) -> Timing:
    if due is None or status in ("rejected", "already_done"):
        return "no_date"
    if status != "open":
        return _when_done(due, told)
    if due >= as_of:
        return "due_later"
    after = [item for item in told if _is_after(item, due, thread)]
    if any(item.report.state in _UNFINISHED or item.report.short for item in after):
        return "overdue"
    if any(item.report.late and item.report.state in _UNFINISHED for item in told):
        return "overdue"
    if not after and any(_is_beyond(item.report, due) for item in told):
        return "overdue"
    return "reported_since" if after else "not_reported_since"


def _is_after(told: Told, due: str, thread: Thread) -> bool:
    """Whether something is told once the day has come: after it, or on the day itself in another paper."""
    said = told.report.said_on
    if not said:
        return False
    return said > due[: len(said)] or (said == due and told.document_id != thread.first.document_id)


def _is_beyond(report: Report, due: str) -> bool:
    """Whether something is still to happen in a month after that of the due day."""
    return bool(report.expected) and str(report.expected)[:7] > due[:7]


def _when_done(due: str, told: Sequence[Told]) -> Timing:
    """On time or late by the day of completion that is named, else by the reports' own days and words."""
    unfinished = [at for at, item in enumerate(told) if item.sure and item.report.state in _UNFINISHED]
    done = [
        item.report for item in told[unfinished[-1] + 1 if unfinished else 0 :] if item.report.state == "done"
    ]
    named = next((report.completed for report in done if report.completed), None)
    if named:
        return "late" if named > due[: len(named)] else "on_time"
    if any(report.late for report in done):
        return "late"
    if any(report.timely for report in done):
        return "on_time"
    first = next((report.said_on for report in done if report.said_on), None)
    if first and last_day(first) <= due:
        return "on_time"
    before = [told[at].report.said_on for at in unfinished]
    return "late" if any(day and day > due[: len(day)] for day in before) else "no_date"


def _evidence(thread: Thread, told: Sequence[Told]) -> Place | None:
    """Where something was seen or counted: a column of evidence, a report with a figure, the thing itself."""
    for placed in reversed(thread.placed):
        if placed.item.evidence and _shows(placed, thread):
            return placed.document_id, placed.item.evidence
    for item in reversed(told):
        if item.report.state == "done" and item.report.measured:
            return item.place
    return thread.shown[0] if thread.shown else None


def _shows(placed: Placed, thread: Thread) -> bool:
    """Whether a cell of evidence gives a finding, a record, or the very thing that was to be made."""
    words = placed.item.evidence_words
    if pattern("evidence", "not_evidence").search(words):
        return False
    if is_measured(words) or pattern("evidence", "methods", "records").search(words):
        return True
    made = frozenset[str]().union(*(terms_of(other.item.wording) for other in thread.placed))
    return bool(terms_of(words)) and terms_of(words) <= made


def _impact(thread: Thread, told: Sequence[Told]) -> Place | None:
    """Where figures stand before and after: a column of impact or evidence, or a report."""
    for placed in reversed(thread.placed):
        for span, words in (
            (placed.item.impact, placed.item.impact_words),
            (placed.item.evidence, placed.item.evidence_words),
        ):
            if span and shows_change(words):
                return placed.document_id, span
    for item in reversed(told):
        if item.report.impact:
            return item.place
    return thread.changed[0] if thread.changed else None
