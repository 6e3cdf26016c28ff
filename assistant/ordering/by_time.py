"""By time: what was before what should be, and what judges a matter against how it was before."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.bettering import asks_whether_better, judges
from assistant.asked.planned import asks_what_was, asks_whether_so, wishes
from assistant.evidence import Evidence
from assistant.ordering.near import least_near, rest_of
from assistant.question import Question
from assistant.sentences.leaning import leans

TOLD_AMONG, JUDGED_AMONG = 8, 16
"""What tells what was, and what judges, is looked for among so many of the best sentences."""


def told_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence without wishes, where it is asked what was and a sentence near the best tells that.

    Where it is asked whether something is so, what is wished for stands behind.
    """
    best, near = evidence[:TOLD_AMONG], least_near(evidence[:TOLD_AMONG])
    told = [item for item in evidence if not wishes(item.quote)]
    tells = any(item in told and not item.missing and item.closeness >= near for item in best)
    if not tells:
        return list(evidence)
    if asks_what_was(question):
        return told
    return [*told, *rest_of(evidence, told)] if asks_whether_so(question) else list(evidence)


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
