"""CrossEncoderReranker: any sentence-transformers CrossEncoder after the first closer look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from assistant.found import Found
from assistant.rerank import Reranker
from ingest.wording import embedded_text

READ = 30
"""So many of the best passages are read with the question; each costs a run of the model."""


class Scorer(Protocol):
    """Scores texts for a question; `ingest.embedding.reference.CrossEncoder` is one."""

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """One number a text, larger is better."""
        ...


class CrossEncoderReranker:
    """Takes the closer look of `first`, which finds the sentences, and adds a cross-encoder's score.

    Only the `READ` that the first look finds closest are read; the others count as the worst of those.
    """

    def __init__(self, first: Reranker, scorer: Scorer) -> None:
        self.first = first
        self.scorer = scorer

    def rerank(self, texts: Sequence[str], found: Sequence[Found], titles: Sequence[str]) -> list[Found]:
        """The same passages in the same order, with `match` and `cross` set."""
        matched = self.first.rerank(texts, found, titles)
        if not matched:
            return matched
        order = sorted(range(len(matched)), key=lambda at: (-_closeness(matched[at]), at))[:READ]
        strings = [embedded_text(titles[at], matched[at].passage) for at in order]
        scores = dict(zip(order, self.scorer.score(texts[0], strings), strict=True))
        worst = min(scores.values())
        return [replace(item, cross=scores.get(at, worst)) for at, item in enumerate(matched)]


def _closeness(item: Found) -> float:
    return item.match.score() if item.match else item.dense
