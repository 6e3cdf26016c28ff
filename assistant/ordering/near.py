"""Near: how close to the question a sentence has to be for a rule to put it before the closest."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.evidence import Evidence

NEAR = 0.85
"""The share of the closest sentence's closeness."""


def least_near(evidence: Iterable[Evidence]) -> float:
    """The closeness from which a sentence is near the closest of the evidence; 0 where there is none."""
    return NEAR * max((item.closeness for item in evidence), default=0.0)


def rest_of(evidence: Iterable[Evidence], taken: Iterable[Evidence]) -> list[Evidence]:
    """The evidence that is not among the taken, in its order."""
    taken = list(taken)
    return [item for item in evidence if item not in taken]
