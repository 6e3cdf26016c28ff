"""Retrieve: full text and dense search over the library, fused into one order.

Both retrievers bring candidates; each candidate gets both scores (the missing one is computed exactly), the
scores are standardised over the candidates and added. Adding standardised scores kept more of the exact-word
hits than fusing by rank (measured with `python -m eval retrieval`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from assistant.found import Found
from assistant.question import Question
from ingest.filters import Filters
from ingest.library import DocumentRecord, Hit, Library

Floats = npt.NDArray[np.float64]

DEPTH = 100
"""How many candidates each retriever brings. The right passage is among the first 50 for over 90 %."""


@runtime_checkable
class QueryEncoder(Protocol):
    """Turns texts into unit vectors; `ingest.embed.Embedder` is one."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Vectors of shape (n, dimensions), each of length 1."""
        ...


@dataclass(frozen=True)
class Weights:
    """How much each standardised score counts."""

    bm25: float = 1.0
    dense: float = 0.5
    affinity: float = 1.0
    late: float = 1.0


def retrieve(
    question: Question, library: Library, encoder: QueryEncoder | None, filters: Filters, weights: Weights
) -> list[Found]:
    """Candidates for a question in order of fused score; full text alone where there is no encoder."""
    records = {record.id: record for record in library.documents(filters)}
    fitting = tuple(sorted(key for key, record in records.items() if affinity(question, record) > 0))
    scopes = [filters] if len(fitting) in (0, len(records)) else [filters, replace(filters, documents=fitting)]
    vector = encoder.encode([question.text])[0] if encoder else None
    hits: dict[str, float] = {}
    for scope in scopes:
        hits |= _scores(library.full_text(question.groups, scope, DEPTH))
    ids = dict.fromkeys(hits)
    for scope in scopes if vector is not None else []:
        assert vector is not None
        ids |= dict.fromkeys(hit.passage_id for hit in library.nearest(vector, scope, DEPTH))
    found = list(ids)
    dense = library.vectors(found) @ vector if vector is not None and found else np.zeros(len(found))
    passages = [passage for passage in library.passages(found) if passage.document_id in records]
    similarity = dict(zip(found, dense.tolist(), strict=True))
    return fuse(
        [
            Found(
                passage,
                hits.get(passage.id, 0.0),
                similarity[passage.id],
                affinity(question, records[passage.document_id]),
                0.0,
            )
            for passage in passages
        ],
        weights,
    )


def fuse(found: Sequence[Found], weights: Weights) -> list[Found]:
    """The same passages, scored anew from their standardised parts, best first; ties by passage id."""
    if not found:
        return []
    total = (
        weights.bm25 * standardised([item.bm25 for item in found])
        + weights.dense * standardised([item.dense for item in found])
        + weights.affinity * np.array([item.affinity for item in found])
    )
    if all(item.match for item in found):
        total = total + weights.late * standardised([item.match.score() for item in found if item.match])
    scored = [replace(item, score=round(float(score), 4)) for item, score in zip(found, total, strict=True)]
    return sorted(scored, key=lambda item: (-item.score, item.passage.id))


def standardised(values: Sequence[float]) -> Floats:
    """Mean 0 and standard deviation 1 over these values; zeros where they are all the same."""
    array = np.asarray(values, dtype=np.float64)
    spread = float(array.std())
    return (array - array.mean()) / spread if spread > 1e-9 else np.zeros_like(array)


def affinity(question: Question, record: DocumentRecord) -> float:
    """How well a document fits the place and the year that the question names: 0 where it names neither.

    The subject counts 1; a year named counts a half where the document was published in it or covers it.
    """
    names = " ".join(filter(None, (record.subject, record.organisation, record.title))).casefold()
    place = any(subject.casefold() in names for subject in question.subjects)
    dates = f"{record.published or ''} {record.period or ''} {record.title}"
    year = any(year in dates for year in question.years)
    return float(place) + 0.5 * float(year and (place or not question.subjects))


def _scores(hits: Sequence[Hit]) -> dict[str, float]:
    return {hit.passage_id: hit.score for hit in hits}
