"""Pure scores. What cannot be scored is None, never 0, and is left out of a mean.

Ranked lists are ids, best first; an id met again further down counts as a miss there.
"""

from __future__ import annotations

import math
import re
import string
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

Ids = Sequence[Hashable]
DRAWS = 2000
AREA_DRAWS = 300
ARTICLES = re.compile(r"\b(a|an|the)\b")
PUNCTUATION = str.maketrans("", "", string.punctuation + "‘’“”–—")


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean (or a mean difference) of n values with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float
    n: int

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}] n={self.n}"


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of what could be scored."""
    scored = [value for value in values if value is not None]
    return sum(scored) / len(scored) if scored else None


def recall_at_k(ranked: Ids, relevant: Collection[Hashable], k: int) -> float | None:
    """The share of the relevant ids among the first k."""
    return len(set(ranked[:k]) & set(relevant)) / len(set(relevant)) if relevant else None


def reciprocal_rank(ranked: Ids, relevant: Collection[Hashable]) -> float | None:
    """One over the rank of the first relevant id, 0 where none is found; its mean is the MRR."""
    if not relevant:
        return None
    return next((1 / rank for rank, one in enumerate(ranked, 1) if one in relevant), 0.0)


def average_precision(ranked: Ids, relevant: Collection[Hashable]) -> float | None:
    """Precision at each relevant id's rank, summed, over the number relevant; its mean over k is MAP@k."""
    if not relevant:
        return None
    gains = _gains(ranked, relevant)
    hits = np.cumsum(gains)
    return float(sum(hits[i] / (i + 1) for i, gain in enumerate(gains) if gain)) / len(set(relevant))


def ndcg(ranked: Ids, relevant: Collection[Hashable], k: int) -> float | None:
    """Discounted cumulative gain at k with binary gains, over that of the best order."""
    if not relevant:
        return None
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(k, len(set(relevant))) + 1))
    gains = _gains(ranked[:k], relevant)
    return sum(1 / math.log2(rank + 1) for rank, gain in enumerate(gains, 1) if gain) / ideal


def token_f1(predicted: str, gold: str) -> float | None:
    """Word overlap F1 as SQuAD scores it: case, punctuation and articles aside. None where gold has no words.

    https://arxiv.org/abs/1606.05250
    """
    want, got = _words(gold), _words(predicted)
    if not want:
        return None
    shared = sum((Counter(want) & Counter(got)).values())
    return 2 * shared / (len(want) + len(got)) if shared else 0.0


def auroc(scores: Sequence[float], positive: Sequence[bool]) -> float | None:
    """The chance that a random positive scores above a random negative, ties counting half."""
    values, flags = np.asarray(scores, float), np.asarray(positive, bool)
    if not flags.any() or flags.all():
        return None
    above = values[flags][:, None] - values[~flags][None, :]
    return float(np.mean((above > 0) + 0.5 * (above == 0)))


def bootstrap_auroc(told: Sequence[tuple[float, bool]]) -> Interval | None:
    """The area of (score, positive) pairs with its interval over resampled pairs; None as of `auroc`."""
    values, flags = np.array([score for score, _ in told]), np.array([flag for _, flag in told], bool)
    value = auroc(values.tolist(), flags.tolist())
    if value is None:
        return None
    picks = np.random.default_rng(0).integers(0, len(flags), (AREA_DRAWS, len(flags)))
    drawn = [auroc(values[pick].tolist(), flags[pick].tolist()) for pick in picks]
    low, high = np.percentile([one for one in drawn if one is not None], [2.5, 97.5])
    return Interval(value, float(low), float(high), len(flags))


def bootstrap(values: Iterable[float | None]) -> Interval | None:
    """The mean with its 95 % percentile interval over resampled questions; None where none was scored."""
    scored = np.array([value for value in values if value is not None], float)
    if not len(scored):
        return None
    picks = np.random.default_rng(0).integers(0, len(scored), (DRAWS, len(scored)))
    low, high = np.percentile(scored[picks].mean(axis=1), [2.5, 97.5])
    return Interval(float(scored.mean()), float(low), float(high), len(scored))


def paired_bootstrap(ours: Sequence[float | None], theirs: Sequence[float | None]) -> Interval | None:
    """The mean of ours minus theirs, question by question, with its interval; needs both scores."""
    pairs = zip(ours, theirs, strict=True)
    return bootstrap([a - b if a is not None and b is not None else None for a, b in pairs])


def _gains(ranked: Ids, relevant: Collection[Hashable]) -> list[bool]:
    seen: set[Hashable] = set()
    gains = []
    for one in ranked:
        gains.append(one in relevant and one not in seen)
        seen.add(one)
    return gains


def _words(text: str) -> list[str]:
    return ARTICLES.sub(" ", text.lower().translate(PUNCTUATION)).split()
