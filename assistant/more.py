"""More: what the documents say on a question beyond what was quoted before."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence import Evidence

Quoted = tuple[str, int, int]
"""Document id, start, end: something that was quoted."""

ENOUGH = 0.75
"""A sentence says more on the question where its score is at least this share of the best one's."""

NEXT = 2
"""So many sentences after something quoted go on from it."""


def more(evidence: Sequence[Evidence], seen: Sequence[Quoted]) -> list[Evidence]:
    """The evidence that bears on the question and was not quoted; else how the quotations go on.

    Empty where the documents say no more.
    """
    new = [item for item in evidence if not any(_overlap(item, one) for one in seen)]
    best = max((item.score for item in evidence), default=0.0)
    least = best - (1 - ENOUGH) * abs(best)
    return [item for item in new if item.score >= least] or _going_on(new, seen)


def _going_on(new: Sequence[Evidence], seen: Sequence[Quoted]) -> list[Evidence]:
    """The next sentences after each quotation that stand in a passage found."""
    following: list[Evidence] = []
    for document, _, end in seen:
        after = [one for one in new if one.found.passage.document_id == document and one.start >= end]
        following += sorted(after, key=lambda one: one.start)[:NEXT]
    return list(dict.fromkeys(following))


def _overlap(item: Evidence, seen: Quoted) -> bool:
    document, start, end = seen
    return item.found.passage.document_id == document and item.start < end and start < item.end
