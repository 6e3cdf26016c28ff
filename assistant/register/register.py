"""Register: a library's recommendations, selected and grouped, with repeats and trend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.answer import Citation
from assistant.areas.of_papers import areas_of, areas_of_subject, check_area
from assistant.register.asked_before import asked_before
from assistant.register.collect import collect
from assistant.register.entry import Entry
from assistant.register.group import By, Group, grouped
from assistant.register.selection import EVERYTHING, Selection
from assistant.register.trend import Year, trend_of
from assistant.slices import Citations
from ingest.filters import Filters
from ingest.library import Library


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """A recommendation and an earlier one that asked the same, with the numbers of their citations.

    Where it is not `sure`, the earlier one is only among the nearest.
    """

    later: Entry
    earlier: Entry
    later_citation: int
    earlier_citation: int
    score: float
    themes: tuple[str, ...]
    sure: bool = True


def chains(repeats: Sequence[AskedAgain]) -> Iterator[tuple[AskedAgain, list[AskedAgain]]]:
    """The likeliest pair of each latest recommendation, and of those it repeats in turn, the latest first."""
    before = {later: list(pairs) for later, pairs in groupby(repeats, key=lambda one: one.later.id)}
    repeated = {one.earlier.id for one in repeats}
    for latest in (later for later in before if later not in repeated):
        found: dict[str, AskedAgain] = {}
        waiting = [latest]
        for later in waiting:
            new = {one.earlier.id: one for one in before.get(later, ()) if one.earlier.id not in found}
            found |= new
            waiting += new
        earlier = sorted(found.values(), key=lambda one: one.earlier.published or "", reverse=True)
        yield before[latest][0], earlier


@dataclass(frozen=True)
class Register:
    """What was asked for. `groups`, `repeats` and `nearest` are None where they were not asked for.

    Repeats are looked for in the whole library, so that no choice changes how likely one is, and those are
    given whose later one is listed, the likeliest first; the earlier paper may be any that may be read.
    `nearest` are, for those listed of which no repeat is told, the earlier ones for a person to read beside
    them, since the same act may stand in other words. `trend` is that of the entries listed.
    """

    entries: tuple[Entry, ...]
    groups: tuple[Group, ...] | None
    repeats: tuple[AskedAgain, ...] | None
    nearest: tuple[AskedAgain, ...] | None
    trend: tuple[Year, ...]
    citations: tuple[Citation, ...]
    library_version: str


def register_of(
    library: Library,
    selection: Selection = EVERYTHING,
    *,
    by: By | None = None,
    repeats: bool = False,
    nearest: int = 0,
) -> Register:
    """The register of a library, with `repeats` and the so many `nearest` where they are wanted.

    UsageError for a theme or letter that there is none of, NotFoundError for an area without documents.
    """
    filters = replace(selection.filters, include_superseded=selection.source != "current")
    every = once(_of_area(collect(library, filters), library, selection.subject, filters), library)
    entries = tuple(entry for entry in every if selection.wants(entry))
    citations = Citations(library)
    found: list[AskedAgain] = []
    if repeats or nearest:
        readable = Filters(labels=filters.labels, include_superseded=filters.include_superseded)
        every = once(collect(library, replace(readable, labels=None)), library)
        papers = {record.id for record in library.documents(readable)}
        found = _asked_before(every, {entry.id for entry in entries}, papers, library, citations, nearest)
    return Register(
        entries=entries,
        groups=tuple(grouped(entries, by)) if by else None,
        repeats=tuple(one for one in found if one.sure) if repeats else None,
        nearest=tuple(one for one in found if not one.sure) if nearest else None,
        trend=tuple(trend_of(entries)),
        citations=citations.all(),
        library_version=library.version,
    )


def _of_area(every: list[Entry], library: Library, subject: str | None, filters: Filters) -> list[Entry]:
    """Those of the papers of one area, as the actions of one area are chosen."""
    if not subject:
        return every
    check_area(subject, library.documents())
    areas = areas_of(library, library.documents(filters))
    wanted = areas_of_subject(subject, areas.values()) or ()
    return [entry for entry in every if areas[entry.document_id] in wanted]


def once(every: list[Entry], library: Library) -> list[Entry]:
    """The recommendations without the rows of a plan that an earlier edition of it holds, word for word."""
    plans = {entry.document_id for entry in every if entry.kind == "action_plan"}
    if len(plans) < 2:
        return every
    areas = areas_of(library, library.documents())
    first: dict[tuple[str, str, str], Entry] = {}
    rows = {
        entry.id: first.setdefault(
            (areas.get(entry.document_id, ""), entry.number, " ".join(entry.text.split()).lower()), entry
        )
        for entry in every
        if entry.document_id in plans
    }
    return [entry for entry in every if rows.get(entry.id, entry) is entry]


def _asked_before(
    every: list[Entry],
    listed: set[str],
    readable: set[str],
    library: Library,
    citations: Citations,
    nearest: int,
) -> list[AskedAgain]:
    """Those whose later one is listed: that with the likeliest pair first."""
    wanted = {at for at, entry in enumerate(every) if entry.id in listed}
    pairs = [
        (every[one.later], every[one.earlier], one)
        for one in asked_before(every, library, wanted, nearest)
        if every[one.earlier].document_id in readable
    ]
    best = {later.id: one.score for later, _, one in reversed(pairs)}
    return [
        AskedAgain(
            later,
            earlier,
            citations.number(later.piece),
            citations.number(earlier.piece),
            one.score,
            one.themes,
            one.sure,
        )
        for later, earlier, one in sorted(pairs, key=lambda pair: (-best[pair[0].id], pair[2].later))
    ]
