"""Statements: whether two near-identical slices also say the same."""

from __future__ import annotations

from collections import Counter

from ingest.copies.words import tokens_of
from ingest.phrases import word_set

# What recognition makes of a figure, and back.
_MISREAD = str.maketrans("oilzsbg", "0112589")


def say_the_same(one: str, other: str) -> bool:
    """Whether they have the same figures and the same turning words, a misread figure aside.

    “14 of 20 cases” and “11 of 20 cases” may be a draft's and its final's, but are two statements.
    """
    left, right = tokens_of(one), tokens_of(other)
    return _turns(left) == _turns(right) and _figures_in(left, right) and _figures_in(right, left)


def _turns(tokens: list[str]) -> Counter[str]:
    return Counter(token for token in tokens if token in word_set("near-copies.yaml", "turning_words"))


def _figures_in(tokens: list[str], others: list[str]) -> bool:
    """Whether every figure among the first stands among the others, well or badly read."""
    figures = Counter(token for token in tokens if token.isdigit())
    readings = Counter(token.translate(_MISREAD) for token in others)
    return all(readings[figure] >= count for figure, count in figures.items())
