"""Draft: what a library's papers had asked before a text that need not be in it, by the register's rules."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache, partial

from assistant.actions.sift import timing_of
from assistant.actions.track import track
from assistant.answer import by_number
from assistant.areas.of_papers import area_of_draft, areas_of
from assistant.check.earlier import Before, Compared, Earlier
from assistant.check.gather import Gathered
from assistant.in_words import filled
from assistant.register.asked_before import asked_before
from assistant.register.collect import collect
from assistant.register.entry import Entry
from assistant.register.register import once
from assistant.repeats.find import last_day
from assistant.slices import Citations, Slice
from ingest.filters import CURRENT
from ingest.library import Library
from ingest.near_copies import versions_in
from prompts import load_data


def requests_before(library: Library, *, nearest: int, as_of: str) -> Before:
    """Tells of a source what the library's papers had asked before it, and else the `nearest` so many.

    The source's own paper and versions of it are passed over. A text that does not say when it came out is
    taken to come out on `as_of` (ISO date), on which what became of a request is judged too.
    """
    records = library.documents()
    areas, dates = areas_of(library, records), {record.id: record.published for record in records}
    every = once(collect(library, CURRENT), library)
    citations = Citations(library)
    since = cache(partial(_since, library, as_of))

    def before(source: Gathered) -> tuple[Compared, list[tuple[int, Earlier]]]:
        own = versions_in(library, source.text)
        entries = [entry for entry in every if entry.document_id not in own]
        area = areas.get(source.id) or area_of_draft(source.subject, source.text, records)
        day = dates.get(source.id) or _day(source, as_of)
        draft = [replace(one, subject=area, published=day) for one in source.made()]
        papers = {entry.document_id for entry in entries if _is_before(entry, day)}
        compared = Compared(area.title(), sum(areas[id_] == area for id_ in papers))
        found = []
        for one in asked_before(entries, library, nearest=nearest, draft=draft):
            entry = entries[one.earlier]
            told = since().get(entry.id) or since().get(entry.piece, "")
            found.append((one.later - len(entries), Earlier(citations.cite(entry.piece), told, one.sure)))
        return compared, found

    return before


def _day(source: Gathered, as_of: str) -> str:
    """When it says that it came out; a file's age is no publication."""
    context = source.recommendations[0].context if source.recommendations else None
    return as_of if context is None or context.undated else context.published or as_of


def _is_before(entry: Entry, day: str) -> bool:
    return bool(entry.published) and last_day(entry.published or "") < last_day(day)


def _since(library: Library, as_of: str) -> dict[str | Slice, str]:
    """By id of a recommendation in words how far its actions have got; by its place, that nothing tells."""
    words, register = load_data("evidence/actions.yaml"), track(library, as_of=as_of)
    states: dict[str | Slice, dict[str, None]] = defaultdict(dict)
    for action in register.actions:
        state = f"{words['statuses'][action.status]}, {words['timings'][timing_of(action)]}"
        states[action.recommendation_id or ""][state] = None
    told = {id_: filled(words["since"], states="; ".join(found)) for id_, found in states.items()}
    cited = by_number(register.citations)
    silent = [Slice.of(cited[number]) for one in register.unanswered for number in one.citations]
    return told | dict.fromkeys(silent, words["silent"])
