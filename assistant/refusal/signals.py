"""Signals: what speaks for and against the documents holding the answer, and what they come to."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from assistant.evidence import Evidence
from assistant.question import Question
from assistant.refusal.settling import settled
from assistant.refusal.unspoken import unspoken
from assistant.retrieval.found import Found

WIDE = 0.2
"""A difference of closeness from which one is far before the other."""

AHEAD = 7.0
"""Logits by which the sentence read best lies at most before the mean of those read, but for one in ten."""

ODDS = 4.0
"""Log-odds, for or against, that count as certain."""

UNSCOPED = 0.75
"""The signal `scope` of a question that names neither a place nor a year."""


@dataclass(frozen=True)
class Signals:
    """Measures of a question and its best evidence, each 0 to 1.

    `dense`: best cosine of question and passage. `known`: share of the question's names and years that the
    best sentence, or what stands round it, holds. `scope`: how far the best sentence that meets all names
    and years asked for lies before the best that does not, those names and years aside (1 far before, 0.5
    the same, 0 far behind; 0.75 where none is asked for). `present`: 1 where every thing the question names
    stands somewhere in the library, 1/2 where one does not, 1/3 where two do not, and so on; a theme of which
    no document about the place speaks counts as one. `open`: 0 where a figure is asked for, which documents
    lack more often than they say nothing of a matter. `ahead`: how far the model that reads the sentences
    with the question puts one before the mean of them (0 not at all): where none settles it, they are much
    alike; 1 where none was read. `settled`: what that model's inner state says of the best sentences
    (`settling`); 0.5 where none was read.
    """

    dense: float
    known: float
    scope: float
    present: float
    open: float
    ahead: float
    settled: float


def likelihood(signals: Signals, weights: Mapping[str, float]) -> float:
    """How likely it is, 0 to 1, that the documents hold the answer: a logistic function of the signals."""
    total = weights["constant"] + sum(weights[name] * value for name, value in asdict(signals).items())
    return 1 / (1 + math.exp(-total))


def measure(
    question: Question,
    found: Sequence[Found],
    evidence: Sequence[Evidence],
    in_library: Callable[[str], bool],
) -> Signals:
    """The signals of a search's evidence, best first and not empty."""
    best = evidence[0]
    asked = len(question.names) + len(question.times)
    return Signals(
        dense=max(item.dense for item in found),
        known=1 - len(best.missing) / asked if asked else 1.0,
        scope=_scope(_without_sisters(question, evidence)) if asked else UNSCOPED,
        present=1
        / (1 + sum(not in_library(thing) for thing in question.things) + len(unspoken(question, found))),
        open=float(not question.figure),
        ahead=_ahead(evidence),
        settled=_settled(evidence),
    )


def _ahead(evidence: Sequence[Evidence]) -> float:
    """The best reading of a sentence against the mean of all that were read."""
    read = [item.cross for item in evidence if item.cross is not None]
    return min(1.0, (max(read) - sum(read) / len(read)) / AHEAD) if read else 1.0


def _settled(evidence: Sequence[Evidence]) -> float:
    odds = max(-ODDS, min(ODDS, settled(evidence) or 0.0))
    return 0.5 + odds / (2 * ODDS)


def _without_sisters(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence without what only lacks the quarter or season: papers of all of them are much alike."""
    return [item for item in evidence if not item.missing or set(item.missing) - set(question.parts)]


def _scope(evidence: Sequence[Evidence]) -> float:
    """Where the best sentence within what was asked for stands against the best outside it, 0 to 1."""
    inside = max((item.own_closeness for item in evidence if not item.missing), default=None)
    outside = max((item.own_closeness for item in evidence if item.missing), default=None)
    if inside is None:
        return 0.0
    return 1.0 if outside is None else 0.5 + min(WIDE, max(-WIDE, inside - outside)) / (2 * WIDE)
