"""By verdict: where it is asked how well something goes, first the sentence that says so of that thing."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.judging import asks_how_well, verdict_share
from assistant.evidence import Evidence
from assistant.ordering.near import rest_of
from assistant.question import Question

LEAST = 0.55
"""Less of a verdict says too little of the whole."""

NEAR_OWN = 0.55
"""How close its own words have to be, as a share of the closest of those read."""

FIRST = 2
"""So many verdicts go before what tells of parts."""


def verdict_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence with the verdicts of the paper that stands first before its other sentences.

    A crumb of praise is closer to "How good …?" than the finding that it is poor.
    """
    if not evidence or not asks_how_well(question):
        return list(evidence)
    paper = evidence[0].found.passage.document_id
    read = [item for item in evidence if item.cross is not None and not item.missing]
    near = NEAR_OWN * max((item.own_closeness for item in read), default=0.0)
    shares = {
        id(item): verdict_share(question, item.quote)
        for item in read
        if item.found.passage.document_id == paper and item.own_closeness >= near
    }
    told = [item for item in read if shares.get(id(item), 0.0) >= LEAST]
    told = sorted(told, key=lambda item: -shares[id(item)])[:FIRST]
    return [*told, *rest_of(evidence, told)]
