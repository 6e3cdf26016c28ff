"""Newest: of statements that many papers make in the same words, those that are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.contradictions.contradiction import MOST_ALIKE
from assistant.contradictions.told import ToldClaim


def newest(told: Sequence[ToldClaim]) -> list[ToldClaim]:
    """The claims in their order, of a kind in the same words the newest `MOST_ALIKE` alone."""
    alike: Counter[tuple[str, str, frozenset[str]]] = Counter()
    left: set[int] = set()
    for at in sorted(range(len(told)), key=lambda at: (told[at].day, at), reverse=True):
        key = told[at].area, told[at].claim.kind, told[at].terms
        alike[key] += 1
        if alike[key] > MOST_ALIKE:
            left.add(at)
    return [item for at, item in enumerate(told) if at not in left]
