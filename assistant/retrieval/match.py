"""Match: how the words of a question meet the words of one passage, token by token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

CONTEXT = 0.8
"""What a title's or heading's token counts beside one of the sentence itself. Measured on quoted sentences of
public questions: 0.8 found more of them than none or all of it."""

Slice = tuple[int, int]
"""Of a document: its first character and the one past its last."""


@dataclass(frozen=True, eq=False)
class Match:
    """The question's tokens against a passage's.

    `similarities`: cosines, shape (q, p). `weights`: shape (q,), how telling each question token is (inverse
    document frequency of its word). `words`: the word each question token belongs to. `spans`: shape (p, 2),
    where each passage token stands in the document's text, in order; (-1, -1) for tokens of title, heading
    and header, which come first.
    """

    similarities: npt.NDArray[np.float32]
    weights: npt.NDArray[np.float64]
    words: tuple[str, ...]
    spans: npt.NDArray[np.int64]

    def score(self) -> float:
        """Late interaction: the weighted mean of the question tokens' best cosines, 0 to 1."""
        return self._score

    def scores_of(self, slices: Sequence[Slice]) -> list[float]:
        """The same for slices of the document alone, in the context of title and headings; each only once."""
        return scores_together([self], [slices])[0]

    def own_scores_of(self, slices: Sequence[Slice], without: frozenset[str] = frozenset()) -> list[float]:
        """The same for the words of the slices alone, without title and headings.

        `without` are words of the question that do not count.
        """
        kept = np.array([word not in without for word in self.words], bool)
        weights, total = self.weights[kept], float(self.weights[kept].sum()) or 1.0
        edges = np.searchsorted(self._starts, np.asarray(slices))
        best = _best_of(np.pad(self._text[kept], ((0, 0), (0, 1))), edges, 0.0)
        return [round(value / total, 4) for value in (weights @ best).tolist()]

    def weight_of(self, word: str) -> float:
        """How telling a word of the question is; 0 for one it does not hold."""
        return float(self.weights[np.array([one == word for one in self.words], bool)].sum())

    def likeness(self, word: str, start: int, end: int) -> float:
        """How like one word of the question the likest token of the slice is; 0 for a word it lacks."""
        first, last = np.searchsorted(self._starts, (start, end)).tolist()
        kept = np.array([one == word for one in self.words], bool)
        if first == last or not kept.any():
            return 0.0
        return round(float(self._text[kept, first:last].max(axis=1).mean(dtype=np.float64)), 4)

    @cached_property
    def _score(self) -> float:
        if not self._total or not self.similarities.shape[1]:
            return 0.0
        best = self.similarities.max(axis=1).astype(np.float64)
        return round(float(self.weights @ best) / self._total, 4)

    @cached_property
    def _scores(self) -> dict[Slice, float]:
        return {}

    @cached_property
    def _first(self) -> int:
        """The number of the first of the passage's own tokens."""
        return int(np.count_nonzero(self.spans[:, 0] < 0))

    @cached_property
    def _starts(self) -> npt.NDArray[np.int64]:
        """Where the passage's own tokens start, in order."""
        return self.spans[self._first :, 0]

    @property
    def _text(self) -> npt.NDArray[np.float32]:
        """The cosines with the passage's own tokens."""
        return self.similarities[:, self._first :]

    @cached_property
    def _total(self) -> float:
        return float(self.weights.sum())


def scores_together(matches: Sequence[Match], slices: Sequence[Sequence[Slice]]) -> list[list[float]]:
    """`scores_of` for slices of each of several passages matched with one question, in one go."""
    new = [
        (match, [one for one in dict.fromkeys(of) if one not in match._scores])
        for match, of in zip(matches, slices, strict=True)
    ]
    if new := [(match, of) for match, of in new if of]:
        scores = iter(_worked_out(new))
        for match, of in new:
            match._scores.update({one: next(scores) for one in of})
    return [[match._scores[one] for one in of] for match, of in zip(matches, slices, strict=True)]


def _worked_out(slices: Sequence[tuple[Match, Sequence[Slice]]]) -> list[float]:
    """The score of each slice, those of the first match first."""
    matches, counts = [match for match, _ in slices], [len(of) for _, of in slices]
    first = matches[0]
    # The last column ends the last slice and is never the best.
    last = np.full((len(first.weights), 1), -np.inf, np.float32)
    every = np.concatenate([*(one.similarities for one in matches), last], axis=1)
    starts = np.cumsum([0, *(one.similarities.shape[1] for one in matches[:-1])])
    own = starts + [match._first for match in matches]
    edges = [
        start + np.searchsorted(match._starts, np.asarray(of))
        for start, (match, of) in zip(own.tolist(), slices, strict=True)
    ]
    context = CONTEXT * _best_of(every, np.stack([starts, own], axis=1), 0.0)
    best = np.maximum(_best_of(every, np.concatenate(edges), -np.inf), np.repeat(context, counts, axis=1))
    return [round(mean, 4) for mean in (first.weights @ best / (first._total or 1.0)).tolist()]


def _best_of(
    similarities: npt.NDArray[np.float32], edges: npt.NDArray[np.int64], nothing: float
) -> npt.NDArray[np.float64]:
    """The greatest of each row between each pair of edges (n, 2), shape (q, n); `nothing` where they meet."""
    # A pair of edges tells reduceat to take one slice, then what lies between it and the next.
    best = np.maximum.reduceat(similarities, edges.ravel(), axis=1)[:, ::2].astype(np.float64)
    best[:, edges[:, 0] == edges[:, 1]] = nothing
    return best
