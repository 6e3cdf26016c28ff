"""Fuse: what each sign says of a passage, in one score.

Scores are standardised over the candidates and added. Full text counts by how much of the question it found,
and by how near the nearest passage comes in meaning: where some passage holds most of the question's words
and means much the same, exact words decide; where none does, the question is worded far from the documents
and the meaning of single sentences decides. The weights are few and round; they were chosen on the dev halves
of four sets together (`python -m eval retrieval` measures them).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from assistant.retrieval.found import Found

Floats = npt.NDArray[np.float64]

FAR, NEAR = 0.5, 0.7
"""Cosines of the question and the nearest passage: worded far from the documents, and in their words."""

LEAST = 0.3
"""What full text counts at least, beside 1 where the question is in the documents' words."""

SPEAK_FOR_DOCUMENT = 3
"""How many of a document's best passages show that it is about the question."""


@dataclass(frozen=True)
class Weights:
    """How much each standardised score, or each sign that is there, counts.

    `words`: full text, times the square of the share of the question's words found, times `nearness`.
    `full_text`: full text as it is. `dense`: cosine; up to half as much again by `nearness`. `late`: late
    interaction with the whole passage. `sentence`: with its best sentence, times the share of the question's
    words not found. `document`: the mean of its document's best passages by late interaction. `kind`: the
    question names its kind of document. `answers`, `requests`: see Found.
    """

    words: float = 2.0
    full_text: float = 0.2
    dense: float = 0.4
    affinity: float = 3.0
    kind: float = 1.0
    late: float = 0.8
    sentence: float = 1.25
    document: float = 0.6
    answers: float = 0.4
    requests: float = 0.5


def fuse(found: Sequence[Found], weights: Weights, words: float) -> list[Found]:
    """The same passages, scored anew from their parts, best first; ties by passage id.

    `words` is the share of the question's words that full text found (0 to 1).
    """
    if not found:
        return []
    near = nearness(found)
    total = (
        (weights.words * words**2 * near + weights.full_text) * standardised([item.bm25 for item in found])
        + weights.dense * (1 + near / 2) * standardised([item.dense for item in found])
        + weights.affinity * np.array([item.affinity for item in found])
        + weights.kind * np.array([item.kind_fits for item in found], np.float64)
    )
    if all(item.match for item in found):
        total = total + _closer(found, weights, words)
    scored = [replace(item, score=round(float(score), 4)) for item, score in zip(found, total, strict=True)]
    return sorted(scored, key=lambda item: (-item.score, item.passage.id))


def _closer(found: Sequence[Found], weights: Weights, words: float) -> Floats:
    """What the finer look adds, where every passage got it."""
    late = standardised([item.match.score() for item in found if item.match])
    sum_: Floats = (
        weights.late * late
        + weights.sentence * (1 - words) * standardised([item.sentence for item in found])
        + weights.document * standardised(_of_documents(found, late))
        + weights.answers * np.array([item.answers for item in found], np.float64)
        + weights.requests * np.array([item.requests for item in found], np.float64)
    )
    return sum_


def nearness(found: Sequence[Found]) -> float:
    """How near the question is worded to the nearest passage, `LEAST` to 1; 1 where no model is loaded."""
    best = max(item.dense for item in found)
    return max(LEAST, min(1.0, (best - FAR) / (NEAR - FAR))) if best else 1.0


def _of_documents(found: Sequence[Found], late: Floats) -> list[float]:
    """For each passage the mean of the best scores that its document's passages reach."""
    scores: dict[str, list[float]] = defaultdict(list)
    for item, score in zip(found, late.tolist(), strict=True):
        scores[item.passage.document_id].append(score)
    best = {key: sorted(values)[-SPEAK_FOR_DOCUMENT:] for key, values in scores.items()}
    return [sum(best[item.passage.document_id]) / len(best[item.passage.document_id]) for item in found]


def standardised(values: Sequence[float]) -> Floats:
    """Mean 0 and standard deviation 1 over these values; zeros where they are all the same."""
    array = np.asarray(values, dtype=np.float64)
    spread = float(array.std())
    return (array - array.mean()) / spread if spread > 1e-9 else np.zeros_like(array)
