"""Agreement of two raters, and how far a difference in the sample could move it. Pure functions.

Quadratic-weighted kappa: Cohen (1968), Weighted kappa, Psychological Bulletin 70(4).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")
Level = int | None
DRAWS = 500


@dataclass(frozen=True, slots=True)
class Score:
    """A value with its 95 % bootstrap interval; None where it cannot be worked out."""

    value: float | None
    low: float | None
    high: float | None
    n: int

    def __str__(self) -> str:
        if self.value is None or self.low is None or self.high is None:
            return f"  – (n {self.n})"
        return f"{self.value:.2f} [{self.low:.2f}, {self.high:.2f}] (n {self.n})"


def weighted_kappa(pairs: Sequence[tuple[int, int]], levels: int = 3) -> float | None:
    """Quadratic-weighted kappa of (gold, given) levels 0 … levels-1; 1 where all agree, None without
    variation.
    """
    if not pairs:
        return None
    n, weight = len(pairs), (levels - 1) ** 2
    observed = sum((gold - given) ** 2 for gold, given in pairs) / weight / n
    gold_counts, given_counts = Counter(gold for gold, _ in pairs), Counter(given for _, given in pairs)
    expected = (
        sum(gold_counts[i] * given_counts[j] * (i - j) ** 2 for i in range(levels) for j in range(levels))
        / weight
        / n**2
    )
    if expected == 0:
        return 1.0 if observed == 0 else None
    return 1 - observed / expected


def exact(pairs: Sequence[tuple[Level, Level]]) -> float | None:
    """The share of pairs that are the same."""
    return sum(gold == given for gold, given in pairs) / len(pairs) if pairs else None


def f1(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """F1 of (wanted, given) decisions; None where there is nothing to find and nothing was given."""
    both = sum(wanted and given for wanted, given in pairs)
    either = sum(wanted for wanted, _ in pairs) + sum(given for _, given in pairs)
    return 2 * both / either if either else None


def precision(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """The share of given ones that were wanted."""
    given = [wanted for wanted, yes in pairs if yes]
    return sum(given) / len(given) if given else None


def recall(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """The share of wanted ones that were given."""
    wanted = [given for yes, given in pairs if yes]
    return sum(wanted) / len(wanted) if wanted else None


def with_interval(items: Sequence[Item], measure: Callable[[Sequence[Item]], float | None]) -> Score:
    """The measure of the items and the middle 95 % of it over samples drawn with replacement (seeded)."""
    chance = random.Random(0)  # noqa: S311 - a seeded sample, no secret
    values = sorted(
        value
        for _ in range(DRAWS)
        if (value := measure(chance.choices(items, k=len(items)) if items else [])) is not None
    )
    if not values:
        return Score(measure(items), None, None, len(items))
    return Score(
        measure(items), values[int(0.025 * len(values))], values[int(0.975 * len(values)) - 1], len(items)
    )
