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
    """A recommendation and an earlier one that asked the same, with the numbers of their citations."""

    later: Entry
    earlier: Entry
    later_citation: int
    earlier_citation: int
    score: float
    themes: tuple[str, ...]


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
    """What was asked for. `groups` and `repeats` are None where they were not asked for.

    Repeats are looked for in the whole library, so that no choice changes how likely one is, and those of
    the documents chosen are given whose later one is listed, the likeliest first. `trend` is that of the
    entries listed.
    """

    entries: tuple[Entry, ...]
    groups: tuple[Group, ...] | None
    repeats: tuple[AskedAgain, ...] | None
    trend: tuple[Year, ...]
    citations: tuple[Citation, ...]
    library_version: str


def register_of(
    library: Library, selection: Selection = EVERYTHING, *, by: By | None = None, repeats: bool = False
) -> Register:
    """The register of a library. UsageError for a theme or letter that there is none of, NotFoundError for an
    area that no document is about.
    """
    filters = replace(selection.filters, include_superseded=selection.source != "current")
    every = _once(_of_area(collect(library, filters), library, selection.subject, filters), library)
    entries = tuple(entry for entry in every if selection.wants(entry))
    citations = Citations(library)
    found = None
    if repeats:
        everywhere = Filters(include_superseded=filters.include_superseded)
        chosen, listed = ({entry.id for entry in held} for held in (every, entries))
        found = _repeats(_once(collect(library, everywhere), library), chosen, listed, library, citations)
    return Register(
        entries=entries,
        groups=tuple(grouped(entries, by)) if by else None,
        repeats=found,
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


def _once(every: list[Entry], library: Library) -> list[Entry]:
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


def _repeats(
    every: list[Entry], chosen: set[str], listed: set[str], library: Library, citations: Citations
) -> tuple[AskedAgain, ...]:
    """Those of the documents chosen whose later one is listed: that with the likeliest pair first."""
    pairs = [
        (every[one.later], every[one.earlier], one)
        for one in asked_before(every, library)
        if every[one.later].id in listed and every[one.earlier].id in chosen
    ]
    best = {later.id: one.score for later, _, one in reversed(pairs)}
    return tuple(
        AskedAgain(
            later,
            earlier,
            citations.number(later.piece),
            citations.number(earlier.piece),
            one.score,
            one.themes,
        )
        for later, earlier, one in sorted(pairs, key=lambda pair: (-best[pair[0].id], pair[2].later))
    )
