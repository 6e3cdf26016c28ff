"""Match: how the words of a question meet the words of one passage, token by token."""

from __future__ import annotations

from bisect import bisect_left
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
    and header.
    """

    similarities: npt.NDArray[np.float32]
    weights: npt.NDArray[np.float64]
    words: tuple[str, ...]
    spans: npt.NDArray[np.int64]

    def score(self) -> float:
        """Late interaction: the weighted mean of the question tokens' best cosines, 0 to 1."""
        return self._mean(self._best(np.ones(len(self.spans), bool)))

    def score_of(self, start: int, end: int) -> float:
        """The same for the slice `start:end` of the document alone, in the context of title and headings."""
        return self._mean(self._in_context(start, end))

    def own_score_of(self, start: int, end: int, without: frozenset[str] = frozenset()) -> float:
        """The same for the words of the slice alone, without title and headings.

        `without` are words of the question that do not count.
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if first == last:
            return 0.0
        kept = np.array([word not in without for word in self.words])
        best = self._text[kept, first:last].max(axis=1)
        total = float(self.weights[kept].sum())
        return round(float(self.weights[kept] @ best) / total, 4) if total else 0.0

    def _in_context(self, start: int, end: int) -> npt.NDArray[np.float64]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if first == last:
            return self._context
        best: npt.NDArray[np.float64] = np.maximum(self._text[:, first:last].max(axis=1), self._context)
        return best

    @cached_property
    def _starts(self) -> list[int]:
        """Where the passage's own tokens start, in order."""
        starts: list[int] = self.spans[self.spans[:, 0] >= 0, 0].tolist()
        return starts

    @cached_property
    def _text(self) -> npt.NDArray[np.float64]:
        return self.similarities[:, self.spans[:, 0] >= 0].astype(np.float64)

    @cached_property
    def _context(self) -> npt.NDArray[np.float64]:
        """What title, headings and header give each question token."""
        return CONTEXT * self._best(self.spans[:, 0] < 0)

    def _best(self, columns: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
        if not columns.any():
            return np.zeros(len(self.weights))
        best: npt.NDArray[np.float64] = self.similarities[:, columns].max(axis=1).astype(np.float64)
        return best

    def _mean(self, best: npt.NDArray[np.float64]) -> float:
        return round(float(self.weights @ best) / self._total, 4) if self._total else 0.0

    @cached_property
    def _total(self) -> float:
        return float(self.weights.sum())
