"""Track: recommendation, action, owner, due date, status, evidence and impact, followed through a library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from assistant.actions.accounts import attach_accounts
from assistant.actions.action import ActionRegister, Draft
from assistant.actions.attach import attach_reports
from assistant.actions.extract import account_of
from assistant.actions.gather import gather, link_requests
from assistant.actions.register import Writer
from assistant.actions.sources import Paper, Sources
from assistant.actions.terms import Terms
from assistant.actions.thread import Placed, Thread
from assistant.areas.of_papers import areas_of, areas_of_subject
from assistant.later_copies import LaterCopies
from assistant.slices import Slice
from ingest.earlier_versions import earlier_versions
from ingest.filters import CURRENT, Filters
from ingest.library import DocumentRecord, Library
from ingest.near_copies import same_source

UNNAMED = "unnamed"
"""The area of all papers of a library that names none: they are taken for one partnership's."""


def track(
    library: Library, *, as_of: str, subject: str | None = None, filters: Filters = CURRENT
) -> ActionRegister:
    """All actions that the library's documents set down, as known on `as_of` (ISO date).

    `subject` keeps the actions of one partnership (any of its names), `filters` the documents read. Papers
    dated after `as_of` are not used. Deterministic: the same library, filters and day give the same register.
    """
    threads, people, drafts = threads_of(library, as_of=as_of, subject=subject, filters=filters)
    return replace(Writer(library, as_of, people).register(threads), drafts=drafts)


def threads_of(
    library: Library, *, as_of: str, subject: str | None, filters: Filters
) -> tuple[list[Thread], dict[str, dict[str, str]], tuple[Draft, ...]]:
    """The actions of the library with everything found on them, by document the names behind initials, and
    the drafts that say nothing of actions beside their finals.
    """
    records = library.documents(filters)
    papers, drafts = _finals(_papers(library, records, as_of, subject), records)
    areas = {paper.document_id: paper.area for paper in papers}
    placed = [
        Placed(paper.document_id, paper.account.said_on, item, paper.title, paper.file)
        for paper in papers
        for item in paper.account.set_down
    ]
    placed = _without_drafts(library, placed)
    terms = Terms.of_texts(
        [f"{item.item.wording} {item.item.asked_wording}" for item in placed]
        + [report.words for paper in papers for report in paper.account.reports]
    )
    sources = Sources(
        (paper.document_id, f"{paper.title} {paper.file}", paper.account.said_on) for paper in papers
    )
    threads = _joined(placed, areas, terms, sources)
    attach_reports(threads, papers, terms, sources)
    if len(left := _without_moves(threads)) < len(threads):
        # What was taken for the sentence's own action belongs to the one whose date it moves.
        for thread in left:
            thread.told.clear()
        attach_reports(threads := left, papers, terms, sources)
    return threads, {paper.document_id: dict(paper.account.people) for paper in papers}, drafts


def _finals(papers: list[Paper], records: Sequence[DocumentRecord]) -> tuple[list[Paper], tuple[Draft, ...]]:
    """The papers without the earlier versions of others among them, and those that say something of actions.

    What a final no longer holds was never agreed; what it does would be counted twice where it is reworded. A
    final of which no action could be read stands for no draft.
    """
    held = {paper.document_id for paper in papers if paper.account.set_down}
    finals = {id_: final for id_, final in earlier_versions(records).items() if final.id in held}
    names = {record.id: record.source for record in records}
    drafts = (
        Draft(names[paper.document_id], finals[paper.document_id].source)
        for paper in papers
        if paper.document_id in finals and (paper.account.set_down or paper.account.reports)
    )
    return [paper for paper in papers if paper.document_id not in finals], tuple(drafts)


def _without_drafts(library: Library, placed: list[Placed]) -> list[Placed]:
    """What is set down, without the recommendations of a draft that its final makes too."""
    made = {
        item: Slice(item.document_id, *item.item.text) for item in placed if item.item.origin == "request"
    }
    documents = sorted({piece.document_id for piece in made.values()})
    if len(documents) < 2:
        return placed
    later = LaterCopies(same_source(library), [library.record(id_) for id_ in documents])
    once = frozenset(later.once(list(made.values())))
    return [item for item in placed if item not in made or made[item] in once]


def _without_moves(threads: list[Thread]) -> list[Thread]:
    """The threads but those of a sentence that only gives a known action another date."""
    told = [item for thread in threads for item in thread.told if item.report.due]
    moves = {(item.document_id, item.report.span[0]) for item in told}
    return [
        thread
        for thread in threads
        if len(thread.placed) > 1 or (thread.first.document_id, thread.first.item.span[0]) not in moves
    ]


def _joined(placed: Sequence[Placed], areas: dict[str, str], terms: Terms, sources: Sources) -> list[Thread]:
    """Rows and promises as threads, with what each answers; recommendations without a plan as their own."""
    requests = [item for item in placed if item.item.origin == "request"]
    accounts = [item for item in placed if item.item.origin == "account"]
    others = [item for item in placed if item.item.origin not in ("request", "account")]
    threads = gather(others, areas, terms, sources)
    link_requests(threads, requests, areas, terms, sources)
    answered = {
        id(request) for thread in threads if thread.first.item.origin == "plan" for request in thread.asked
    }
    threads += [Thread([item], areas[item.document_id]) for item in requests if id(item) not in answered]
    left = attach_accounts(threads, accounts, areas, terms, sources)
    return threads + gather(left, areas, terms, sources)


def _papers(
    library: Library, records: Sequence[DocumentRecord], as_of: str, subject: str | None
) -> list[Paper]:
    """The documents of the day, in order of time, with what each says of actions."""
    areas = areas_of(library, records)
    if not any(areas.values()) and not any(areas_of(library, library.documents()).values()):
        areas = dict.fromkeys(areas, UNNAMED)
    wanted = areas_of_subject(subject, areas.values())
    papers = [
        Paper(
            record.id,
            record.title,
            record.kind,
            areas[record.id],
            account_of(library, record),
            PurePath(record.source).stem,
        )
        for record in records
        if wanted is None or areas[record.id] in wanted
    ]
    known = [paper for paper in papers if _spoken(paper) <= as_of]
    return sorted(known, key=lambda paper: (_spoken(paper), paper.document_id))


def _spoken(paper: Paper) -> str:
    """The day of a paper for its place in time; an undated one comes first."""
    said = paper.account.said_on
    return said if said and len(said) == 10 else paper.day[:7]
