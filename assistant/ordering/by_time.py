"""By time: what was before what should be, and what judges a matter against how it was before."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.bettering import asks_whether_better, judges
from assistant.asked.judging import asks_how_well, matter_of, names_all, tone_of
from assistant.asked.planned import asks_what_was, wishes
from assistant.asked.present import asks_for_present
from assistant.evidence import Evidence
from assistant.ordering.near import least_near, rest_of
from assistant.question import Question
from assistant.sentences.leaning import leans

SPEAKS_OWN, SPEAKS, SPEAKS_BEHIND = 0.75, 2.0, 5.0
"""A sentence speaks of the matter where its own words are so close, as a share of the closest, and the model
that reads it with the question puts it no lower than this, and no farther behind the best (logits)."""

NEAR_OWN = 0.55
"""A newer verdict's own words are so close, as a share of the closest."""

TOLD_BY_NEWEST = 3
"""So many sentences of the newest papers go before all others."""

SAME_TIME = 3
"""Papers so few years apart are of one time: the next inspection of an area comes about three years later
(Inspecting local authority children's services, Ofsted)."""

TOLD_AMONG, JUDGED_AMONG = 8, 16
"""What tells what was, and what judges, is looked for among so many of the best sentences."""


def told_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence without wishes, where it is asked what was and a sentence near the best tells that."""
    best, near = evidence[:TOLD_AMONG], least_near(evidence[:TOLD_AMONG])
    told = [item for item in evidence if not wishes(item.quote)]
    tells = any(item in told and not item.missing and item.closeness >= near for item in best)
    return told if tells and asks_what_was(question) else list(evidence)


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
    told = _newer_verdict(question, read, newest) or told
    return [*told, *rest_of(evidence, told)]


def _newer_verdict(question: Question, read: Sequence[Evidence], newest: str) -> list[Evidence]:
    """The closest sentence that judges the very matter, in a paper newer by the time between inspections."""
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
    return sorted(newer, key=lambda item: -item.own_closeness)[:1]


def judged_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Where it is asked whether it is better, first what judges it against before, the newest paper first.

    A sentence that leans on another ("This has improved …") judges one matter of many, and goes after others.
    """
    if not asks_whether_better(question.text):
        return list(evidence)
    best = [item for item in evidence[:JUDGED_AMONG] if not item.missing]
    near = least_near(best)
    told = [item for item in best if item.closeness >= near and judges(item.quote)]
    told.sort(key=lambda item: item.published or "", reverse=True)
    told.sort(key=lambda item: leans(item.quote))
    return [*told, *rest_of(evidence, told)]


def of_time_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """First what is of the time that is asked for, where some near the best is and the first is not."""
    times = {*question.periods, *question.parts, *(question.years if question.parts else ())}
    if times.isdisjoint(evidence[0].missing if evidence else ()):
        return list(evidence)
    near = least_near(evidence)
    times.update(question.years)
    told = [item for item in evidence if item.closeness >= near and times.isdisjoint(item.missing)]
    return [*told, *rest_of(evidence, told)]


def _years_before(newest: str, item: Evidence) -> float:
    """How many years an item's paper came before the newest; an unknown month counts as January."""
    return _in_years(newest) - _in_years(item.published or "0")


def _in_years(day: str) -> float:
    year, month, *_ = (*day.split("-"), "1")
    return int(year) + (int(month) - 1) / 12
