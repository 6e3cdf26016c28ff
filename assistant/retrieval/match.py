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

    def score_of(self, start: int, end: int) -> float:
        """The same for the slice `start:end` of the document alone, in the context of title and headings."""
        return self.scores_of([(start, end)])[0]

    def scores_of(self, slices: Sequence[tuple[int, int]]) -> list[float]:
        """`score_of` for several slices, worked out together and each only once."""
        new = [one for one in dict.fromkeys(slices) if one not in self._scores]
        if new:
            edges = np.searchsorted(self._starts, np.asarray(new))
            # A pair of edges tells reduceat to take one slice, then what lies between it and the next.
            best = np.maximum.reduceat(self._text, edges.ravel(), axis=1)[:, ::2]
            best[:, edges[:, 0] == edges[:, 1]] = -np.inf
            means = self.weights @ np.maximum(best, self._context[:, None]) / (self._total or 1.0)
            self._scores.update(zip(new, [round(mean, 4) for mean in means.tolist()], strict=True))
        return [self._scores[one] for one in slices]

    def own_score_of(self, start: int, end: int, without: frozenset[str] = frozenset()) -> float:
        """The same for the words of the slice alone, without title and headings.

        `without` are words of the question that do not count.
        """
        first, last = np.searchsorted(self._starts, (start, end)).tolist()
        if first == last:
            return 0.0
        kept = np.array([word not in without for word in self.words], bool)
        best = self._text[kept, first:last].max(axis=1)
        total = float(self.weights[kept].sum())
        return round(float(self.weights[kept] @ best) / total, 4) if total else 0.0

    def weight_of(self, word: str) -> float:
        """How telling a word of the question is; 0 for one it does not hold."""
        return float(self.weights[np.array([one == word for one in self.words], bool)].sum())

    def likeness(self, word: str, start: int, end: int) -> float:
        """How like one word of the question the likest token of the slice is; 0 for a word it lacks."""
        first, last = np.searchsorted(self._starts, (start, end)).tolist()
        kept = np.array([one == word for one in self.words], bool)
        if first == last or not kept.any():
            return 0.0
        return round(float(self._text[kept, first:last].max(axis=1).mean()), 4)

    @cached_property
    def _score(self) -> float:
        return self._mean(self._best(self.similarities))

    @cached_property
    def _scores(self) -> dict[tuple[int, int], float]:
        return {}

    @cached_property
    def _first(self) -> int:
        """The number of the first of the passage's own tokens."""
        return int(np.count_nonzero(self.spans[:, 0] < 0))

    @cached_property
    def _starts(self) -> npt.NDArray[np.int64]:
        """Where the passage's own tokens start, in order."""
        return self.spans[self._first :, 0]

    @cached_property
    def _text(self) -> npt.NDArray[np.float64]:
        """The cosines with the passage's own tokens, and a last column that is never the best."""
        own = self.similarities[:, self._first :]
        text = np.empty((len(own), own.shape[1] + 1))
        text[:, :-1], text[:, -1] = own, -np.inf
        return text

    @cached_property
    def _context(self) -> npt.NDArray[np.float64]:
        """What title, headings and header give each question token."""
        return CONTEXT * self._best(self.similarities[:, : self._first])

    def _best(self, similarities: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        if not similarities.shape[1]:
            return np.zeros(len(self.weights))
        best: npt.NDArray[np.float64] = similarities.max(axis=1).astype(np.float64)
        return best

    def _mean(self, best: npt.NDArray[np.float64]) -> float:
        return round(float(self.weights @ best) / self._total, 4) if self._total else 0.0

    @cached_property
    def _total(self) -> float:
        return float(self.weights.sum())
