"""HybridRetriever: the library's search."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from assistant.areas.subjects import names_of, own_area, subjects_of
from assistant.question import Question
from assistant.retrieval.found import Found
from assistant.retrieval.fuse import Weights, fuse
from assistant.retrieval.match import Slice, scores_together
from assistant.retrieval.newest import AMONG, with_newest, with_verdicts
from assistant.retrieval.read_together import READ, Scorer, read_together
from assistant.retrieval.rerank import LateInteraction, Reranker
from assistant.retrieval.retrieve import QueryEncoder, retrieve, words_found
from assistant.retrieval.reword import wordings
from assistant.sentences.spans import sentence_spans
from assistant.understanding.aliases import with_aliases
from assistant.understanding.assurance import claim_put
from assistant.understanding.understand import understand
from assistant.words import holds, requests
from ingest.filters import Filters
from ingest.library import Library

RERANKED = 150
"""How many of the best candidates get the finer look."""

NEARLY = 0.05
"""A request within this of the best sentence's closeness (0 to 1) counts as beside it."""


@dataclass(frozen=True)
class HybridRetriever:
    """Full text (BM25) and dense search, fused, reordered by late interaction and then by a cross-encoder.

    `encoder` None searches by full text alone; `reranker` None keeps the fused order, `scorer` None that of
    the reranker.
    """

    library: Library
    encoder: QueryEncoder | None = None
    reranker: Reranker | None = None
    scorer: Scorer | None = None
    filters: Filters = field(default_factory=Filters)
    weights: Weights = field(default_factory=Weights)

    def understand(self, text: str) -> Question:
        """The question taken apart, with the places and partnerships of this library."""
        claim = claim_put(text)
        question = understand(claim, subjects_of(self.library.subjects(self.filters)))
        if claim != text:
            question = replace(question, broad=True)
        if not question.subjects:
            area = own_area(self.library.documents(self.filters))
            question = replace(question, home=tuple(sorted(names_of(area))) if area else ())
        return with_aliases(question, self.library, self.filters)

    def find(self, question: Question, read: int = READ) -> list[Found]:
        """All candidates, best first; `read` is how many of them the cross-encoder reads."""
        texts = wordings(question)
        candidates = retrieve(question, self.library, self.encoder, self.filters, texts)
        records = self.library.documents_by_id(self.filters)
        found_in = {item.passage.document_id for item in candidates}
        titles = {id_: records[id_].title for id_ in found_in}
        words = words_found(question, candidates, titles, cache(self.weight_of))
        found = fuse(candidates, self.weights, words)
        if self.reranker is None:
            return found
        head, tail = found[:RERANKED], found[RERANKED:]
        matched = self.reranker.rerank(texts, head, [titles[item.passage.document_id] for item in head])
        ranked = [*fuse(look_closer(question, matched), self.weights, words), *tail]
        if self.scorer is None:
            return ranked
        ranked = with_newest(question, ranked, records, AMONG)
        ranked = with_verdicts(question, ranked, records, read)
        heads = [titles[item.passage.document_id] for item in ranked]
        return read_together(texts[-1], ranked, heads, self.scorer, read)

    def weight_of(self, word: str) -> float:
        """How telling a word is in this library."""
        return _weight_of(word, self.library)

    def holds_word(self, word: str) -> bool:
        """Does the word, or another of its stem, stand anywhere in this library?"""
        return self.library.document_frequency(word) > 0


def late_interaction(library: Library, encoder: Any) -> LateInteraction:
    """The reranker for a library; `encoder` makes the token vectors that the library has not stored."""
    return LateInteraction(library, encoder, lambda word: _weight_of(word, library))


def _weight_of(word: str, library: Library) -> float:
    """ln((N + 1) / (n + 0.5)), not below 0: N passages, n of which hold the word; 0 for no word at all."""
    if not word:
        return 0.0
    return max(0.0, math.log((library.passage_count() + 1) / (library.document_frequency(word) + 0.5)))


def look_closer(question: Question, found: Sequence[Found]) -> list[Found]:
    """The passages with `sentence`, `answers` and `requests` set; those not matched are unchanged."""
    spans = [sentence_spans(item.passage) if item.match else [] for item in found]
    matches = [item.match for item, of in zip(found, spans, strict=True) if item.match and of]
    closeness = iter(scores_together(matches, [of for of in spans if of]))
    return [
        _looked_at(question, item, of, next(closeness)) if of else item
        for item, of in zip(found, spans, strict=True)
    ]


def _looked_at(question: Question, item: Found, spans: Sequence[Slice], closeness: Sequence[float]) -> Found:
    best = max(closeness)
    near = [span for span, value in zip(spans, closeness, strict=True) if value >= best - NEARLY]
    closest = spans[closeness.index(best)]
    return replace(
        item,
        sentence=best,
        answers=question.wanted is not None and holds(item.passage.slice(*closest), question.wanted),
        requests=question.requests and any(requests(item.passage.slice(*span)) for span in near),
    )
