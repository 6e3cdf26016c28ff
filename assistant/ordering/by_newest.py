"""By newest: where it is asked how something is, or whether it was done, what the newest papers say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.bettering import asks_whether_better
from assistant.asked.judging import asks_how_well, matter_of, names_all, tone_of, verdict_share
from assistant.asked.planned import wishes
from assistant.asked.present import asks_for_present
from assistant.comparison.split import names_past
from assistant.evidence import Evidence
from assistant.ordering.near import least_near, rest_of
from assistant.question import Question
from assistant.words import any_stands, stems
from ingest.phrases import worded

SPEAKS_OWN, SPEAKS, SPEAKS_BEHIND = 0.75, 2.0, 5.0
"""A sentence speaks of the matter where its own words are so close, as a share of the closest, and the model
that reads it with the question puts it no lower than this, and no farther behind the best (logits)."""

TOLD_BY_NEWEST = 3
"""So many sentences of the newest papers go before all others."""

SAME_TIME = 3
"""Papers so few years apart are of one time: the next inspection of an area comes about three years later
(Inspecting local authority children's services, Ofsted)."""

NEAR_OWN, VERDICT = 0.55, 0.2
"""A newer verdict's own words are so close, as a share of the closest; and what one on the whole of a thing
counts beside that closeness (0 to 1)."""

REPORTED_AMONG, SAME_THING = 8, 2
"""A report is looked for among so many of the best sentences; those that name so many words of the question
alike are of one thing."""

_whether_done = worded("vocabulary/facts.yaml", "{planned.whether}", flags=re.NOFLAG)


def newest_paper_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Where it is asked how something is, first what the newest papers to speak of it say.

    An older paper may be closer by its length, its title or its words; that makes it no truer today. So where
    the one area whose library it is is asked how well something goes, what a much newer one judges of it
    counts however far from the question it is worded.
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
    told = _newer_verdicts(question, read, newest or evidence[0].published or "") or told
    return [*told, *rest_of(evidence, told)]


def _newer_verdicts(question: Question, read: Sequence[Evidence], newest: str) -> list[Evidence]:
    """The closest praise and blame of the very matter, in papers newer by the time between inspections."""
    if not newest or question.subjects or not asks_how_well(question):
        return []
    near = NEAR_OWN * max(item.own_closeness for item in read)
    newer = [
        item
        for item in read
        if _years_before(newest, item) <= -SAME_TIME
        and item.own_closeness >= near
        and names_all(question, matter_of(question), item.quote)
        and tone_of(item.quote)
    ]
    newer.sort(key=lambda item: -item.own_closeness - VERDICT * verdict_share(question, item.quote))
    by_tone = {tone_of(item.quote): item for item in newer[::-1]}
    return [item for item in newer if item in by_tone.values()]


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
