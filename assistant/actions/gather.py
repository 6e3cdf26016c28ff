"""Gather: rows, promises and recommendations of all documents become threads, one an action."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from assistant.actions.answers import named_requests, references_of
from assistant.actions.references import plain_number
from assistant.actions.sameness import owners_alike, sameness
from assistant.actions.sources import Sources
from assistant.actions.terms import Terms, generic, kinds_of_report, terms_of
from assistant.actions.thread import Placed, Thread

_ASKS = 0.6
"""The share of a row's words that a recommendation must hold for the row to answer it."""
_SUPPORTED = 0.45
"""The same where the row's source names the report, or its owner and day are the recommendation's."""


def gather(placed: Sequence[Placed], areas: dict[str, str], terms: Terms, sources: Sources) -> list[Thread]:
    """The threads of all that plans, minutes and decisions set down, oldest first."""
    threads: list[Thread] = []
    by_area: dict[str, list[Thread]] = defaultdict(list)
    for item in placed:
        area = areas[item.document_id]
        known = _find(item, by_area[area], terms, sources) if area else None
        if known:
            _add(item, known)
        else:
            thread = Thread([item], area)
            threads.append(thread)
            by_area[area].append(thread)
    return threads


def link_requests(
    threads: Iterable[Thread],
    requests: Sequence[Placed],
    areas: dict[str, str],
    terms: Terms,
    sources: Sources,
) -> None:
    """Name for each thread the recommendation that it answers, where the papers show it.

    The rows of one plan answer one report above all: the one that most rows agree with is asked first.
    """
    by_area: dict[str, list[Placed]] = defaultdict(list)
    for request in requests:
        by_area[areas[request.document_id]].append(request)
    by_table: dict[tuple[str, str], list[Thread]] = defaultdict(list)
    for thread in threads:
        by_table[thread.first.document_id, thread.first.item.heading].append(thread)
    for group in by_table.values():
        known = by_area[group[0].area]
        asked = [request for request in known if _came_before(request, group[0].first)]
        favourite = _favourite(group, asked, terms)
        for thread in group:
            thread.asked = _named(thread, known, sources) or _answered(
                thread, asked, favourite, terms, sources
            )


def _named(thread: Thread, known: list[Placed], sources: Sources) -> list[Placed]:
    """The recommendations that the first of its rows to name any names by paper and number."""
    for placed in thread.placed:
        if references := references_of(placed):
            asked = [request for request in known if _came_before(request, placed)]
            if named := named_requests(references, asked, sources):
                return named
    return []


def _add(item: Placed, thread: Thread) -> None:
    """Place an item in its thread; a paper's own row stands before the sentence that tells of it."""
    first = thread.first
    in_row = item.document_id == first.document_id and bool(item.item.number) and not first.item.number
    thread.placed.insert(0 if in_row else len(thread.placed), item)


def _find(item: Placed, threads: list[Thread], terms: Terms, sources: Sources) -> Thread | None:
    best, score = None, 0.0
    for thread in threads:
        for placed in thread.placed:
            value = sameness(item, placed, terms, sources)
            if value > score:
                best, score = thread, value
    return best


def _favourite(group: list[Thread], asked: list[Placed], terms: Terms) -> str | None:
    votes: Counter[str] = Counter()
    for thread in group:
        votes.update({request.document_id for request in asked if _fits(thread, request, terms) >= _ASKS})
    first = group[0].first
    named = named_report([first.item.heading, first.title], asked, group[0].area, by_kind=True)
    if named:
        return named
    ranked = votes.most_common(2)
    clear = ranked and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return ranked[0][0] if clear else None


def named_report(
    wordings: Sequence[str], asked: Iterable[Placed], area: str, *, by_kind: bool = False
) -> str | None:
    """The report that a heading or title names by words that no other's title has ("the review of Rowan").

    The name of the area tells nothing, as all its papers bear it. With `by_kind` "the inspection" names the
    only inspection, where no other words tell.
    """
    titles = {request.document_id: terms_of(request.title) - terms_of(area) for request in asked}
    titled = Counter(term for title in titles.values() for term in title)
    own = {key: frozenset(term for term in title if titled[term] == 1) for key, title in titles.items()}
    kinds = kinds_of_report()
    for wording in wordings:
        held = terms_of(wording)
        for words in (held - kinds, held & kinds) if by_kind else (held - kinds,):
            named = [document_id for document_id, title in own.items() if not words.isdisjoint(title)]
            if len(named) == 1:
                return named[0]
    return None


def _answered(
    thread: Thread, asked: list[Placed], favourite: str | None, terms: Terms, sources: Sources
) -> list[Placed]:
    """The recommendation that its words fit best: one or none."""
    best, score = None, 0.0
    meant = frozenset[str]().union(*(sources.meant(placed.item.source) for placed in thread.placed))
    for request in asked:
        named = request.document_id in meant
        supported = named or _same_task(thread, request)
        if meant and not supported:
            continue  # the row itself says that it comes from elsewhere
        value = _fits(thread, request, terms, least=1 if supported else 2)
        if value >= (_SUPPORTED if supported else _ASKS):
            value = max(value, _ASKS) + 0.5 * (request.document_id == favourite) + 0.5 * supported
        number = thread.first.item.asked_number
        if value == 0 and not number:
            continue
        ours = request.document_id == favourite
        if number and ours and plain_number(request.item.number) == number.lower():
            value += 1.0
        if value > score and value >= _ASKS:
            best, score = request, value
    return [best] if best else []


def _same_task(thread: Thread, request: Placed) -> bool:
    """Whether an owner and the day are those of the recommendation."""
    asked = request.item
    return any(
        bool(placed.item.due) and placed.item.due == asked.due and owners_alike(placed.item, asked) > 0
        for placed in thread.placed
    )


def _fits(thread: Thread, request: Placed, terms: Terms, least: int = 2) -> float:
    item = thread.first.item
    return fits(terms_of(item.asked_wording or item.wording), terms_of(request.item.wording), terms, least)


def fits(wanted: frozenset[str], held: frozenset[str], terms: Terms, least: int = 2) -> float:
    """The weighted share of a row's words that one holds; 0 with fewer than `least`, or only generic ones."""
    if len(wanted & held) < least or not terms.telling((wanted & held) - generic()):
        return 0.0
    return terms.share(wanted, held)


def _came_before(request: Placed, item: Placed) -> bool:
    if request.document_id == item.document_id:
        return False
    return not request.said_on or not item.said_on or request.said_on <= item.day
