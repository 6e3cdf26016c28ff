"""Find: the dated claims of a library that disagree, both sides quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.actions.setdown import Span
from assistant.actions.terms import Terms
from assistant.actions.thread import Thread
from assistant.actions.track import threads_of
from assistant.areas.of_papers import areas_of, areas_of_subject
from assistant.contradictions.achievement_pairs import achievement_pairs, finding_pairs
from assistant.contradictions.contradiction import Contradiction, ContradictionList
from assistant.contradictions.days_told import day_pairs
from assistant.contradictions.extract import claims_of
from assistant.contradictions.figure_pairs import figure_pairs
from assistant.contradictions.made_pairs import made_pairs
from assistant.contradictions.newest import newest
from assistant.contradictions.numbers_told import number_pairs, sample_pairs
from assistant.contradictions.owner_pairs import owner_pairs, thing_pairs
from assistant.contradictions.posts import post_pairs
from assistant.contradictions.status_pairs import status_pairs
from assistant.contradictions.tallies import tally_pairs
from assistant.contradictions.told import Found, ToldClaim
from assistant.contradictions.universal_pairs import nil_pairs, universal_pairs
from assistant.slices import Citations, Slice
from ingest.earlier_versions import earlier_versions
from ingest.filters import CURRENT, Filters
from ingest.library import Library
from ingest.records import DocumentRecord


def find_contradictions(
    library: Library, *, as_of: str, subject: str | None = None, filters: Filters = CURRENT
) -> ContradictionList:
    """Figures, statuses and judgements on the same thing that cannot both hold, within and across documents.

    Only papers of one area are compared, and only those known on `as_of` (ISO date). Precision comes first: a
    figure needs the same measure and period, a status the same action, a judgement a later count against it.
    """
    threads, *_ = threads_of(library, as_of=as_of, subject=subject, filters=filters)
    told = _without_wishes(_told(library, as_of, subject, filters), threads)
    terms = Terms(item.terms for item in told)
    compared = newest(told)
    found = [
        *figure_pairs(told, terms),
        *status_pairs(threads, as_of),
        *made_pairs(library, threads, areas_of(library, library.documents(filters)), as_of),
        *nil_pairs(compared, terms),
        *achievement_pairs(compared, terms),
        *finding_pairs(compared, terms),
        *universal_pairs(compared, terms),
        *tally_pairs(compared, terms),
        *number_pairs(compared, terms),
        *sample_pairs(compared, terms),
        *post_pairs(compared),
        *day_pairs(compared, terms),
        *thing_pairs(compared, terms),
        *owner_pairs((thread.area, placed) for thread in threads for placed in thread.placed),
    ]
    listed = _listed(library, as_of, _without_drafts(found, library.documents(filters)))
    return replace(listed, uncompared=len(told) - len(compared))


def _without_drafts(found: Sequence[Found], records: Sequence[DocumentRecord]) -> list[Found]:
    """The disagreements without those of a draft and another paper than its final."""
    finals = {id_: final.id for id_, final in earlier_versions(records).items()}
    return [
        item
        for item in found
        if all(
            finals.get(one, other) == other
            for one, other in ((item.first[0], item.second[0]), (item.second[0], item.first[0]))
        )
    ]


def _without_wishes(told: Sequence[ToldClaim], threads: Sequence[Thread]) -> list[ToldClaim]:
    """The claims without those of all or none that are an action’s own words: a wish claims nothing."""
    wished: dict[str, list[Span]] = {}
    for thread in threads:
        for placed in (*thread.placed, *thread.requests):
            wished.setdefault(placed.document_id, []).append(placed.item.text)
    return [item for item in told if item.claim.kind not in ("all", "nil") or not _within(item.place, wished)]


def _within(place: tuple[str, Span], wished: dict[str, list[Span]]) -> bool:
    document_id, (first, last) = place
    return any(start < last and first < end for start, end in wished.get(document_id, ()))


def _told(library: Library, as_of: str, subject: str | None, filters: Filters) -> list[ToldClaim]:
    records = library.documents(filters)
    areas = areas_of(library, records)
    wanted = areas_of_subject(subject, areas.values())
    return [
        ToldClaim(record.id, areas[record.id], record.kind, record.title, claim)
        for record in records
        if wanted is None or areas[record.id] in wanted
        for claim in claims_of(library, record)
        if not claim.said_on or claim.said_on <= as_of[: len(claim.said_on)]
    ]


def _listed(library: Library, as_of: str, found: Sequence[Found]) -> ContradictionList:
    """The disagreements in order of the later side's place, each pair of places once."""
    citations = Citations(library)
    order = {record.id: at for at, record in enumerate(library.documents())}
    unique = {frozenset((item.first, item.second)): item for item in reversed(found)}
    ordered = sorted(
        unique.values(),
        key=lambda item: (order.get(item.first[0], 0), item.first, item.second),
    )
    listed = tuple(
        Contradiction(
            about=item.about,
            kind=item.kind,
            first=citations.number(Slice(item.first[0], *item.first[1])),
            second=citations.number(Slice(item.second[0], *item.second[1])),
            also=tuple(citations.number(Slice(place[0], *place[1])) for place in item.also),
        )
        for item in ordered
    )
    return ContradictionList(as_of, library.version, listed, citations.all())
