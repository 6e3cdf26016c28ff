"""By newest: where it is asked how something is, or whether it was done, what the newest papers say of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.asked.bettering import asks_whether_better
from assistant.asked.judging import asks_how_well, matter_of, names_all, tones_of, verdict_share
from assistant.asked.planned import wishes
from assistant.asked.present import asks_for_present
from assistant.comparison.split import names_past
from assistant.evidence import Evidence
from assistant.ordering.near import least_near, rest_of
from assistant.question import Question
from assistant.understanding.paper_named import sort_of
from assistant.words import any_stands, stems
from ingest.phrases import worded
from ingest.records import DocumentRecord

SPEAKS_OWN, SPEAKS, SPEAKS_BEHIND = 0.75, 2.0, 5.0
"""A sentence speaks of the matter where its own words are so close, as a share of the closest, and the model
that reads it with the question puts it no lower than this, and no farther behind the best (logits)."""

TOLD_BY_NEWEST = 3
"""So many sentences of the newest papers go before all others."""

SAME_TIME = 3
"""Papers so few years apart are of one time: the next inspection of an area comes about three years later
(Inspecting local authority children's services, Ofsted)."""

NEAR_OWN, VERDICT = 0.55, 0.1
"""A newer verdict's own words are so close, as a share of the closest; and what one on the whole of a thing
counts beside that closeness (0 to 1)."""

OF_ALL = "services"
"""The sort of inspection that is of all services for children (`prompts/vocabulary/papers-named.yaml`)."""

REPORTED_AMONG, SAME_THING = 8, 2
"""A report is looked for among so many of the best sentences; those that name so many words of the question
alike are of one thing."""

_whether_done = worded("vocabulary/facts.yaml", "{planned.whether}", flags=re.NOFLAG)


def newest_paper_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Where it is asked how something is, first what the newest papers to speak of it say.

    An older paper may be closer by its length, its title or its words; that makes it no truer today.
    """
    read = [item for item in evidence if item.cross is not None and not item.missing]
    if asks_whether_better(question.text):
        read = [item for item in read if not wishes(item.quote)]
    if not read or not asks_for_present(question):
        return list(evidence)
    own = SPEAKS_OWN * max(item.own_closeness for item in read)
    cross = max(SPEAKS, max(item.cross or 0.0 for item in read) - SPEAKS_BEHIND)
    speaks = [item for item in read if item.own_closeness >= own and (item.cross or 0.0) >= cross]
    newest = max((item.published or "" for item in speaks), default="")
    told = [item for item in speaks if newest and _years_before(newest, item) < SAME_TIME][:TOLD_BY_NEWEST]
    return [*told, *rest_of(evidence, told)]


def newer_verdicts_first(
    question: Question, evidence: Sequence[Evidence], records: Mapping[str, DocumentRecord]
) -> list[Evidence]:
    """What a much newer paper judges, where the area whose library it is is asked how well something goes.

    However far from the question it is worded: of what praises the very matter, blames it and does both the
    closest. A paper is newer by the time between inspections, and of the sort of the one that stands first,
    or an inspection of all services: one of SEND puts no finding on caseloads out of date.
    """
    if not evidence or question.subjects or not (asks_how_well(question) and asks_for_present(question)):
        return list(evidence)
    read = [item for item in evidence if item.cross is not None and not item.missing]
    near = NEAR_OWN * max((item.own_closeness for item in read), default=0.0)
    newer = [
        item
        for item in read
        if _puts_out_of_date(item, evidence[0], records)
        and item.own_closeness >= near
        and names_all(question, matter_of(question), item.quote)
        and tones_of(item.quote)
    ]
    newest = max((item.published or "" for item in newer), default="")
    newer = [item for item in newer if _years_before(newest, item) < SAME_TIME]
    newer.sort(key=lambda item: -item.own_closeness - VERDICT * verdict_share(question, item.quote))
    closest = {tones_of(item.quote): item for item in newer[::-1]}
    told = [item for item in newer if item in closest.values()]
    return [*told, *rest_of(evidence, told)]


def _puts_out_of_date(item: Evidence, older: Evidence, records: Mapping[str, DocumentRecord]) -> bool:
    sort, before = (sort_of(records[one.found.passage.document_id]) for one in (item, older))
    much_newer = bool(older.published) and _years_before(older.published or "", item) <= -SAME_TIME
    return much_newer and sort in (before, OF_ALL)


def newest_report_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Where the one area whose library it is is asked whether something was done, the newest report of that.

    "The leaflet has not gone out", of March, is closer to "Did it go out?" than "Leaflet: sent", of July.
    It has to name all that the closest sentence does of what is asked, and that has to be something.
    """
    asks = question.home and not question.subjects and _whether_done().match(question.text.lower())
    if not asks or not evidence or names_past(question.text):
        return list(evidence)
    named = [term for term in question.terms if _names(question, term, evidence[0])]
    near = least_near(evidence)
    reports = [
        item
        for item in evidence[:REPORTED_AMONG]
        if item.closeness >= near and not item.missing and not wishes(item.quote)
        if len(named) >= SAME_THING and all(_names(question, term, item) for term in named)
    ]
    newest = sorted(reports, key=lambda item: item.published or "", reverse=True)[:1]
    return [*newest, *rest_of(evidence, newest)]


def _names(question: Question, term: str, item: Evidence) -> bool:
    return any_stands(question.names_of(term), stems(item.quote))


def _years_before(newest: str, item: Evidence) -> float:
    """How many years an item's paper came before the newest; an unknown month counts as January."""
    return _in_years(newest) - _in_years(item.published or "0")


def _in_years(day: str) -> float:
    year, month, *_ = (*day.split("-"), "1")
    return int(year) + (int(month) - 1) / 12
