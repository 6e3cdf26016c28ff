"""Age: of papers about one place the newest stands first; what an older one says is told with its year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assistant.areas.subjects import core_name
from assistant.asked.present import asks_of_today
from assistant.comparison.split import asks_for_past
from assistant.composition.proposition import Side
from assistant.evidence import Evidence
from assistant.question import Question
from ingest.records import DocumentRecord
from prompts import load_data

NEAR = 0.9
"""What scores less than this share of the best stays behind it, however new it is."""


def years_of(
    question: Question, groups: Sequence[Sequence[Evidence]], records: Mapping[str, DocumentRecord]
) -> list[str]:
    """The year of each group whose papers are older than the newest of its place and kind; "" for others.

    Where no place is named, only inspections, which are of all of an area: an audit is not out of date for a
    newer one of another matter.
    """
    if not asks_of_today(question):
        return [""] * len(groups)
    whole = {id_: one for id_, one in records.items() if question.subjects or one.kind == "inspection"}
    return [_year(group, whole) for group in groups]


def by_age(
    groups: Sequence[list[Evidence]], sides: Sequence[Side], years: Sequence[str]
) -> tuple[list[list[Evidence]], list[Side], list[str]]:
    """The groups, their sides and years, with those of older papers last, the newest of these first."""
    order = sorted(range(len(groups)), key=lambda at: (bool(years[at]), -int(years[at] or 0)))
    return [groups[at] for at in order], [sides[at] for at in order], [years[at] for at in order]


def told_of_age(of_groups: Sequence[str]) -> str:
    """The sentence that says how old the papers are that answer; "" where none is old."""
    old = sorted({year for year in of_groups if year})
    if not old:
        return ""
    words = load_data("answer.yaml")["age"]
    form = "some" if "" in of_groups else "all"
    years = " and ".join(filter(None, (", ".join(old[:-1]), old[-1])))
    said: str = words[form].replace("$years", years).replace("$newest", old[-1])
    return said


def _year(group: Sequence[Evidence], records: Mapping[str, DocumentRecord]) -> str:
    papers = [records.get(item.found.passage.document_id) for item in group]
    years = [_outdated(paper, records.values()) if paper else "" for paper in papers]
    return max(years) if all(years) else ""


def _outdated(paper: DocumentRecord, records: Iterable[DocumentRecord]) -> str:
    """The paper's year, where one of its kind about its place is of a later year; else ""."""
    year = (paper.published or "")[:4]
    place = core_name(paper.subject or "")
    later = any(
        one.kind == paper.kind and core_name(one.subject or "") == place and (one.published or "")[:4] > year
        for one in records
    )
    return year if year and place and later else ""


def newest_first(
    question: Question, groups: Sequence[list[Evidence]], records: Mapping[str, DocumentRecord]
) -> list[list[Evidence]]:
    """The groups, those that bear on the question about as well as the best by date, the newest first.

    As they are where the question names no place, names a year or asks for the past, or where they are of
    several places.
    Papers of a kind that the question names stay before others.
    """
    papers = (records.get(item.found.passage.document_id) for group in groups for item in group)
    places = {paper.subject for paper in papers if paper} - {None}
    if len(groups) < 2 or not question.subjects or len(places) > 1 or asks_for_past(question.text):
        return list(groups)
    best = groups[0][0].score
    near = [group for group in groups if group[0].score >= best - (1 - NEAR) * abs(best)]
    near.sort(key=_newest, reverse=True)
    near.sort(key=lambda group: not any(item.found.kind_fits for item in group))
    return [*near, *(group for group in groups if group not in near)]


def _newest(group: Sequence[Evidence]) -> str:
    return max(item.published or "" for item in group)
