"""Gather: rows, promises and recommendations of all documents become threads, one an action."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from assistant.actions.setdown import SetDown
from assistant.actions.terms import Terms, terms_of
from assistant.actions.thread import Placed, Thread
from prompts.load import load_data

_SAME = 0.8
"""Likeness from which two rows of different papers are the same action without a common number."""
_NUMBERED = 0.5
"""The same where they bear the same printed number."""
_DECIDED = 0.5
"""Likeness from which two decisions not to act are one."""
_ASKS = 0.6
"""The share of a row's words that a recommendation must hold for the row to answer it."""


def gather(placed: Sequence[Placed], areas: dict[str, str], terms: Terms) -> list[Thread]:
    """The threads of all that plans, minutes and decisions set down, oldest first."""
    threads: list[Thread] = []
    by_area: dict[str, list[Thread]] = defaultdict(list)
    for item in placed:
        area = areas[item.document_id]
        known = _find(item, by_area[area], terms) if area else None
        if known:
            known.placed.append(item)
        else:
            thread = Thread([item], area)
            threads.append(thread)
            by_area[area].append(thread)
    return threads


def link_requests(
    threads: Iterable[Thread], requests: Sequence[Placed], areas: dict[str, str], terms: Terms
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
        asked = [request for request in by_area[group[0].area] if _came_before(request, group[0].first)]
        favourite = _favourite(group, asked, terms)
        for thread in group:
            thread.asked_by = _answered(thread, asked, favourite, terms)


def _find(item: Placed, threads: list[Thread], terms: Terms) -> Thread | None:
    best, score = None, 0.0
    for thread in threads:
        for placed in thread.placed:
            value = _same(item, placed, terms)
            if value > score:
                best, score = thread, value
    return best


def _same(new: Placed, old: Placed, terms: Terms) -> float:
    """How sure it is that two items are one action; 0 for not sure enough."""
    one, other = new.item, old.item
    alike = _alike(one.wording, other.wording, terms)
    if {one.origin, other.origin} == {"decision"}:
        alike = max(
            alike, _alike(one.wording, other.heading, terms), _alike(one.heading, other.wording, terms)
        )
        return alike if alike >= _DECIDED else 0.0
    if "decision" in (one.origin, other.origin):
        return 0.0
    if new.document_id == old.document_id:
        return alike if _same_paper(one, other, terms) else 0.0
    numbered = bool(one.number) and one.number.lower() == other.number.lower()
    needed = _NUMBERED if numbered else _SAME
    if alike < needed or not (numbered or _same_owner(one, other)):
        return 0.0
    return alike + numbered


def _same_paper(one: SetDown, other: SetDown, terms: Terms) -> bool:
    """Whether a sentence and a row of the same minutes set the same action."""
    prose, row = (one, other) if not one.number else (other, one)
    if bool(prose.number) or not row.number or prose.origin != "minutes":
        return False
    if prose.due and row.due and prose.due != row.due:
        return False
    held = terms_of(f"{prose.wording} {prose.heading}")
    wanted = dict.fromkeys(terms_of(row.wording), 1.0)
    return terms.coverage(wanted, dict.fromkeys(held, 1.0)) >= _ASKS


def _same_owner(one: SetDown, other: SetDown) -> bool:
    if not one.owner_words or not other.owner_words:
        return True
    return bool(terms_of(one.owner_words) & terms_of(other.owner_words))


def _alike(one: str, other: str, terms: Terms) -> float:
    return terms.likeness(terms_of(one), terms_of(other))


def _favourite(group: list[Thread], asked: list[Placed], terms: Terms) -> str | None:
    votes: Counter[str] = Counter()
    for thread in group:
        votes.update({request.document_id for request in asked if _fits(thread, request, terms) >= _ASKS})
    first = group[0].first
    named = named_report([first.item.heading, first.title], asked, by_kind=True)
    if named:
        return named
    ranked = votes.most_common(2)
    clear = ranked and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return ranked[0][0] if clear else None


def named_report(wordings: Sequence[str], asked: Iterable[Placed], *, by_kind: bool = False) -> str | None:
    """The report that a heading or title names by words that no other's title has ("the review of Rowan").

    With `by_kind` "the inspection" names the only inspection, where no other words tell.
    """
    titles = {request.document_id: terms_of(request.title) for request in asked}
    titled = Counter(term for title in titles.values() for term in title)
    own = {key: frozenset(term for term in title if titled[term] == 1) for key, title in titles.items()}
    kinds = terms_of(str(load_data("actions/links.yaml")["kinds_of_report"]))
    for wording in wordings:
        held = terms_of(wording)
        for words in (held - kinds, held & kinds) if by_kind else (held - kinds,):
            named = [document_id for document_id, title in own.items() if not words.isdisjoint(title)]
            if len(named) == 1:
                return named[0]
    return None


def _answered(thread: Thread, asked: list[Placed], favourite: str | None, terms: Terms) -> Placed | None:
    best, score = None, 0.0
    for request in asked:
        value = _fits(thread, request, terms)
        if value >= _ASKS:
            value += 0.5 * (request.document_id == favourite)
        number = thread.first.item.asked_number
        if value == 0 and not number:
            continue
        ours = request.document_id == favourite
        if number and ours and plain_number(request.item.number) == number.lower():
            value += 1.0
        if value > score and value >= _ASKS:
            best, score = request, value
    return best


def _fits(thread: Thread, request: Placed, terms: Terms) -> float:
    item = thread.first.item
    return fits(terms_of(item.asked_wording or item.wording), terms_of(request.item.wording), terms)


def fits(wanted: frozenset[str], held: frozenset[str], terms: Terms, least: int = 2) -> float:
    """The weighted share of a row's words that a recommendation holds; 0 with fewer than `least`."""
    if len(wanted & held) < least or not terms.telling(wanted & held):
        return 0.0
    return terms.coverage(dict.fromkeys(wanted, 1.0), dict.fromkeys(held, 1.0))


def plain_number(number: str) -> str:
    """A printed number without its label: "Recommendation 3." is "3"."""
    return number.lower().removeprefix("recommendation").strip(" .:")


def _came_before(request: Placed, item: Placed) -> bool:
    if request.document_id == item.document_id:
        return False
    return not request.said_on or not item.said_on or request.said_on <= item.said_on
