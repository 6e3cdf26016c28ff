"""Retrieve: full text and dense search over the library bring candidates.

Each candidate gets both scores: the missing one is computed exactly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from assistant.question import Question
from assistant.retrieval.found import Found
from assistant.words import coverage_of
from ingest.filters import Filters
from ingest.library import DocumentRecord, Hit, Library

FULL_TEXT_BEST = 20
"""How many of the best full-text hits tell how much of the question the documents' words cover."""

DEPTH = 100
"""How many candidates each retriever brings. The right passage is among the first 50 for over 90 %."""


@runtime_checkable
class QueryEncoder(Protocol):
    """Turns texts into unit vectors; `ingest.embed.Embedder` is one."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Vectors of shape (n, dimensions), each of length 1."""
        ...


def retrieve(
    question: Question,
    library: Library,
    encoder: QueryEncoder | None,
    filters: Filters,
    texts: Sequence[str] = (),
) -> list[Found]:
    """Candidates for a question, in no order yet; full text alone where there is no encoder.

    `texts` are the question's wordings whose meaning is looked for; none: as it is spelled out.
    """
    records = library.documents_by_id(filters)
    named = records.items() if question.subjects or question.years else ()
    fitting = tuple(sorted(key for key, record in named if affinity(question, record) > 0))
    scopes = (
        [filters] if len(fitting) in (0, len(records)) else [filters, replace(filters, documents=fitting)]
    )
    # The cosine with a mean of vectors is the mean of the cosines.
    vector = encoder.encode(list(texts) or [question.spelled]).mean(axis=0) if encoder else None
    hits: dict[str, float] = {}
    for scope in scopes:
        hits |= _scores(library.full_text(question.groups, scope, DEPTH))
    near: dict[str, float] = {}
    for scope in scopes if vector is not None else []:
        assert vector is not None
        near |= _scores(library.nearest(vector, scope, DEPTH))
    found = list(hits | near)
    similarity = _similarities(library, found, vector, near)
    passages = [passage for passage in library.passages(found) if passage.document_id in records]
    return [
        Found(
            passage,
            hits.get(passage.id, 0.0),
            similarity[passage.id],
            affinity(question, records[passage.document_id]),
            0.0,
            kind_fits=records[passage.document_id].kind in question.kinds,
        )
        for passage in passages
    ]


def _similarities(
    library: Library,
    found: Sequence[str],
    vector: npt.NDArray[np.float32] | None,
    near: Mapping[str, float],
) -> dict[str, float]:
    """Cosines by passage id; a passage that waits for its vector counts as the average of the others.

    `near` are those that the dense search has worked out already.
    """
    others = [name for name in found if name not in near]
    cosines = library.similarities(others, vector) if vector is not None else [None] * len(others)
    every = {**dict(zip(others, cosines, strict=True)), **near}
    known = [value for name in found if (value := every[name]) is not None]
    average = sum(known) / len(known) if known else 0.0
    return {name: average if (value := every[name]) is None else value for name in found}


def words_found(
    question: Question, found: Sequence[Found], titles: Mapping[str, str], weight_of: Callable[[str], float]
) -> float:
    """The largest share of the question's words, weighted, that one of the best full-text hits holds."""
    best = sorted(found, key=lambda item: (-item.bm25, item.passage.id))[:FULL_TEXT_BEST]
    coverage = coverage_of(question.terms, weight_of, question.others)
    passages = (item.passage for item in best)
    return max((coverage((titles[one.document_id], one.heading, one.text)) for one in passages), default=0.0)


def affinity(question: Question, record: DocumentRecord) -> float:
    """How well a document fits the place and the year that the question names: 0 where it names neither.

    The subject counts 1; a year named counts a half where the document was published in it or covers it.
    """
    if question.subjects and not _names_one(question.subjects, record.called):
        return 0.0
    return float(bool(question.subjects)) + 0.5 * any(year in record.dated for year in question.years)


@lru_cache(maxsize=1 << 16)
def _names_one(places: tuple[str, ...], called: str) -> bool:
    """Does what a paper is called name one of the places?"""
    return _any_of(places).search(called) is not None


@lru_cache(maxsize=64)
def _any_of(places: tuple[str, ...]) -> re.Pattern[str]:
    """As whole words: a paper about Yorkshire is none about York."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(one.casefold()) for one in places)})(?!\w)")


def _scores(hits: Sequence[Hit]) -> dict[str, float]:
    return {hit.passage_id: hit.score for hit in hits}
