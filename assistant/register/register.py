"""Register: a library's recommendations, selected and grouped, with repeats and trend."""

from __future__ import annotations

from dataclasses import dataclass, replace

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


@dataclass(frozen=True)
class Register:
    """What was asked for. `groups` and `repeats` are None where they were not asked for.

    Repeats are looked for among all recommendations of the documents chosen, and those are given whose later
    one is listed. `trend` is that of the entries listed.
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
    found = _repeats(every, {entry.id for entry in entries}, library, citations) if repeats else None
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
        entry.id: first.setdefault((areas.get(entry.document_id, ""), entry.number, _plain(entry)), entry)
        for entry in every
        if entry.document_id in plans
    }
    return [entry for entry in every if rows.get(entry.id, entry) is entry]


def _plain(entry: Entry) -> str:
    return " ".join(entry.text.split()).lower()


def _repeats(
    every: list[Entry], listed: set[str], library: Library, citations: Citations
) -> tuple[AskedAgain, ...]:
    pairs = [
        (every[repeat.later], every[repeat.earlier], repeat)
        for repeat in asked_before(every, library)
        if every[repeat.later].id in listed
    ]
    return tuple(
        AskedAgain(
            later,
            earlier,
            citations.number(later.piece),
            citations.number(earlier.piece),
            one.score,
            one.themes,
        )
        for later, earlier, one in pairs
    )
