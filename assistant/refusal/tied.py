"""Tied: does the sentence that gives the kind of fact asked for hold what it is asked of?"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.question import Question
from assistant.refusal.facts import fact_asked
from assistant.refusal.given import given
from assistant.refusal.lost import lost, shared
from assistant.words import holds

READ, GIVING = 12, 8
"""Of so many of the best sentences the words are known, and among so many is a fact looked for."""


def tied(question: Question, evidence: Sequence[Evidence]) -> float:
    """1 where the sentence that gives the fact holds all that the question and the best sentences share.

    1/2 where it lacks one such thing, 1/3 where two, and so on; 0 where no sentence gives the fact. What
    no sentence says is left out: a question may be worded far from the documents. 1 where no particular
    kind of fact is asked for.
    """
    fact = fact_asked(question)
    if fact in ("reason", "doer") or not (fact or question.figure or question.wanted == "frequency"):
        return 1.0
    near = [item for item in evidence[:READ] if not item.missing]
    things, read = shared(question, near), near[:GIVING]
    giving = given(fact, question, read) if fact else [one for one in read if _plainly(one, question)]
    return max((1 / (1 + lost(question, things, item)) for item in giving), default=0.0)


def _plainly(item: Evidence, question: Question) -> bool:
    return holds(item.quote, "number" if question.figure else question.wanted)
