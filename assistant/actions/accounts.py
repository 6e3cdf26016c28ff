"""Accounts: rows that tell what became of recommendations go to the actions that answer these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from assistant.actions.answers import named_requests, references_of
from assistant.actions.gather import fits, named_report
from assistant.actions.references import plain_number
from assistant.actions.sameness import is_told_again
from assistant.actions.sources import Sources
from assistant.actions.terms import Terms, terms_of
from assistant.actions.thread import Placed, Thread

_ENOUGH = 0.75
"""How well a row must fit a recommendation: by its words, the report that its table names, and the number."""
_NAMED = 0.5
"""What it counts that the table names the report, and again that the number agrees."""
_ALIKE = 0.75
"""Likeness of a row to a plan's wording where no recommendation is known."""
_SETTLED = frozenset({"done", "rejected", "already_done"})


def attach_accounts(
    threads: Sequence[Thread],
    accounts: Sequence[Placed],
    areas: dict[str, str],
    terms: Terms,
    sources: Sources,
) -> list[Placed]:
    """Give threads the rows that tell what became of their recommendation; returns those that fit none.

    Within one table a recommendation has one row, or one told again, and a row one recommendation, the best
    pairs first.
    """
    left: list[Placed] = []
    tables: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for account in accounts:
        tables[account.document_id, account.item.heading].append(account)
    for rows in tables.values():
        area = areas[rows[0].document_id]
        known = [thread for thread in threads if thread.area == area and area and _before(thread, rows[0])]
        left += _attach_table(rows, known, terms, sources)
    return left


def _attach_table(rows: list[Placed], threads: list[Thread], terms: Terms, sources: Sources) -> list[Placed]:
    asked = {id(request): request for thread in threads for request in thread.requests}
    every = list(asked.values())
    told = [{id(one) for one in named_requests(references_of(row), every, sources)} for row in rows]
    area = threads[0].area if threads else ""
    named = named_report([rows[0].item.heading, rows[0].title], asked.values(), area, by_kind=True)
    if named:
        asked = {key: request for key, request in asked.items() if request.document_id == named}
    first = [
        next(at for at, one in enumerate(rows) if one is row or is_told_again(one.item, row.item))
        for row in rows
    ]
    pairs = sorted(
        (
            (-score, at, key)
            for at, row in enumerate(rows)
            if first[at] == at
            for key, request in asked.items()
            if (score := _score(row, request, named, terms) + (key in told[at])) >= _ENOUGH
        ),
        key=lambda pair: (pair[0], pair[1], asked[pair[2]].place),
    )
    found: dict[int, int] = {}
    for _, at, key in pairs:
        if at not in found and key not in found.values():
            found[at] = key
    answered = [asked.get(found.get(at, -1)) for at in first]
    return [row for at, row in enumerate(rows) if not _place(row, answered[at], threads, terms)]


def _place(row: Placed, request: Placed | None, threads: list[Thread], terms: Terms) -> bool:
    """Add the row to the threads that it speaks of; whether there are any."""
    if request is None:
        answering = [thread for thread in threads if _alike(row, thread, terms)]
    else:
        answering = [thread for thread in threads if request in thread.requests]
        if len(answering) > 1:
            answering = [thread for thread in answering if _speaks_for(row, thread)]
    for thread in answering:
        thread.placed.append(row)
    return request is not None or bool(answering)


def _score(row: Placed, request: Placed, named: str | None, terms: Terms) -> float:
    held = terms_of(request.item.wording)
    ours = request.document_id == named
    words = fits(terms_of(row.item.wording), held, terms, least=1 if ours else 2)
    number = row.item.number.lower() or row.item.asked_number
    same_number = ours and bool(number) and number == plain_number(request.item.number)
    return words + _NAMED * ours + _NAMED * same_number


def _speaks_for(row: Placed, thread: Thread) -> bool:
    """Whether what is said of a recommendation holds for each of its actions: only that it is all settled."""
    state = row.item.reports[-1].state if row.item.reports else "none"
    return thread.first.item.origin in ("plan", "request") and state in _SETTLED


def _alike(row: Placed, thread: Thread, terms: Terms) -> bool:
    one = terms_of(row.item.wording)
    other = terms_of(thread.first.item.asked_wording or thread.first.item.wording)
    return terms.likeness(one, other) >= _ALIKE


def _before(thread: Thread, account: Placed) -> bool:
    """Whether what the thread answers had been asked when the account was given."""
    asked = thread.asked_by or thread.first
    if account.document_id in (asked.document_id, thread.first.document_id):
        return False
    return not account.said_on or not asked.said_on or asked.said_on <= account.day
