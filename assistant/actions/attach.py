"""Attach: later papers' reports go to the actions that they are about. A wrong link is worse than none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.actions.days import last_day
from assistant.actions.gather import named_report
from assistant.actions.setdown import Account, Report
from assistant.actions.terms import Terms, terms_of
from assistant.actions.thread import Placed, Thread, Told

_ENOUGH = 0.55
"""The weighted share of an action's words that a report's sentence and its surroundings must hold."""
_WITH_OWNER = 0.45
"""The same where the sentence also names the owner."""
_NUMBERED = 0.15
"""The same where it names the action's printed number."""
_AROUND = 0.7
"""What a word counts that stands around the sentence and not in it."""
_TITLE = 0.4
"""What a word of the document's title counts."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document as a source of reports."""

    document_id: str
    title: str
    area: str
    account: Account


def attach_mentions(threads: Sequence[Thread], papers: Sequence[Paper], terms: Terms) -> None:
    """Give each thread the sentences of later papers of its area that report on it."""
    by_area: dict[str, list[Thread]] = defaultdict(list)
    for thread in threads:
        by_area[thread.area].append(thread)
    for paper in papers:
        if not paper.area:
            continue
        candidates = [thread for thread in by_area[paper.area] if _known_by(thread, paper)]
        index = _index(candidates)
        own = [item.span for item in paper.account.set_down]
        asked = [placed for thread in candidates for placed in _requests(thread)]
        for report in paper.account.reports:
            if any(start <= report.span[0] < end for start, end in own):
                continue
            for thread, sure in _about(report, paper, candidates, index, asked, terms):
                thread.told.append(Told(paper.document_id, report, sure))


def attach_accounts(
    threads: Sequence[Thread], accounts: Sequence[Placed], areas: dict[str, str], terms: Terms
) -> list[Placed]:
    """Give threads the rows that tell what became of their recommendation; returns those that fit none."""
    left = []
    for account in accounts:
        candidates = [
            thread
            for thread in threads
            if thread.area and thread.area == areas[account.document_id] and _before(thread, account)
        ]
        found = _accounted(account, candidates, terms)
        for thread in found:
            thread.placed.append(account)
        if not found:
            left.append(account)
    return left


def _accounted(account: Placed, candidates: list[Thread], terms: Terms) -> list[Thread]:
    """The threads of the recommendation that a row of an account names, if they are of one recommendation."""
    asked = [placed for thread in candidates for placed in _requests(thread)]
    report = named_report([account.item.heading, account.title], asked)
    best: Placed | None = None
    score = 0.0
    for request in asked:
        value = _row_fits(account, request, terms) + 0.5 * (request.document_id == report)
        if (
            report
            and request.document_id == report
            and _number(account)
            and _number(account) == _plain(request.item.number)
        ):
            value += 0.5
        if value > score:
            best, score = request, value
    if best is None or score < 0.75:
        return _rows_alike(account, candidates, terms)
    found = [thread for thread in candidates if best in _requests(thread)]
    return found if len(found) < 2 else [thread for thread in found if _speaks_for(account, thread, terms)]


def _speaks_for(account: Placed, thread: Thread, terms: Terms) -> bool:
    """Whether what is said of a recommendation holds for each of its actions: only that it is all done."""
    state = account.item.reports[-1].state if account.item.reports else "none"
    return thread.first.item.origin in ("plan", "request") and state in ("done", "rejected", "already_done")


def _rows_alike(account: Placed, candidates: list[Thread], terms: Terms) -> list[Thread]:
    wanted = terms_of(account.item.wording)
    found = []
    for thread in candidates:
        wording = thread.first.item.asked_wording or thread.first.item.wording
        held = terms_of(wording)
        both = sum(terms.weight(term) for term in wanted & held)
        either = sum(terms.weight(term) for term in wanted | held)
        if either and both / either >= 0.75:
            found.append(thread)
    return found


def _row_fits(account: Placed, request: Placed, terms: Terms) -> float:
    wanted, held = terms_of(account.item.wording), terms_of(request.item.wording)
    return (
        terms.coverage(dict.fromkeys(wanted, 1.0), dict.fromkeys(held, 1.0))
        if terms.telling(wanted & held)
        else 0.0
    )


def _about(
    report: Report,
    paper: Paper,
    candidates: list[Thread],
    index: dict[str, list[int]],
    asked: list[Placed],
    terms: Terms,
) -> list[tuple[Thread, bool]]:
    """The threads that a sentence reports on: those whose number it names, else the one with its words."""
    if report.refs:
        source = named_report([report.words, report.about, paper.title], asked)
        numbered = [thread for thread in candidates if _is_named(thread, report, source, terms)]
        if numbered or any(ref.startswith("action") for ref in report.refs):
            return [(thread, True) for thread in numbered]
    held = dict.fromkeys(terms_of(paper.title), _TITLE) | dict.fromkeys(terms_of(report.about), _AROUND)
    inside = terms_of(report.words)
    held |= dict.fromkeys(inside, 1.0)
    elsewhere = [at for at, thread in enumerate(candidates) if thread.first.document_id != paper.document_id]
    near = set(elsewhere) & {at for term in inside if terms.weight(term) >= 1.5 for at in index.get(term, ())}
    needed = 1 if report.state != "none" else 2  # a bare figure must name what it measures
    scored = [
        (value, at)
        for at in sorted(near)
        if (value := _score(candidates[at], held, inside, needed, terms)) > 0
    ]
    if not scored:
        return []
    best = max(value for value, _ in scored)
    return [(candidates[at], value >= 0.8) for value, at in scored if value >= best - 0.02]


def _score(
    thread: Thread, held: dict[str, float], inside: frozenset[str], needed: int, terms: Terms
) -> float:
    """How much of the action's words a sentence and its surroundings hold; 0 where too few."""
    best = 0.0
    owner = terms_of(thread.first.item.owner_words) & inside
    for wanted in thread.wordings():
        shared = wanted.keys() & held.keys()
        if terms.telling(shared) < 2 or terms.telling(wanted.keys() & inside) < needed:
            continue
        value = terms.coverage(wanted, held)
        if value >= (_WITH_OWNER if owner else _ENOUGH):
            best = max(best, value)
    return best


def _is_named(thread: Thread, report: Report, source: str | None, terms: Terms) -> bool:
    """Whether the report names the thread's number, and its words or the report it came from agree."""
    inside = dict.fromkeys(terms_of(f"{report.words} {report.about}"), 1.0)
    for placed in [*thread.placed, *_requests(thread)]:
        kind = "recommendation" if placed.item.origin == "request" else "action"
        if f"{kind} {_plain(placed.item.number)}" not in report.refs:
            continue
        if kind == "recommendation" and source and placed.document_id != source:
            continue
        if kind == "recommendation" and source:
            return True
        if any(terms.coverage(wanted, inside) >= _NUMBERED for wanted in thread.wordings()):
            return True
    return False


def _requests(thread: Thread) -> list[Placed]:
    """The recommendation that the thread is, or that it answers."""
    return [thread.first] if thread.is_request else [thread.asked_by] if thread.asked_by else []


def _index(threads: list[Thread]) -> dict[str, list[int]]:
    """Which threads have a term, by the term."""
    index: dict[str, list[int]] = defaultdict(list)
    for at, thread in enumerate(threads):
        for term in {term for wording in thread.wordings() for term in wording}:
            index[term].append(at)
    return index


def _known_by(thread: Thread, paper: Paper) -> bool:
    """Whether the action had been set down when the paper was written."""
    said = paper.account.said_on
    return bool(said) and (not thread.first.said_on or last_day(thread.first.said_on) <= last_day(str(said)))


def _before(thread: Thread, account: Placed) -> bool:
    """Whether what the thread answers had been asked when the account was given."""
    asked = thread.asked_by or thread.first
    if account.document_id in (asked.document_id, thread.first.document_id):
        return False
    return not account.said_on or not asked.said_on or asked.said_on <= account.said_on


def _number(account: Placed) -> str:
    return account.item.number.lower() or account.item.asked_number


def _plain(number: str) -> str:
    return number.lower().removeprefix("recommendation").strip(" .:")
