"""A closer look at passages: what the best sentence of each, on its own, says to the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.question import Question
from assistant.retrieval.found import Found
from assistant.retrieval.match import Slice, scores_together
from assistant.sentences.spans import sentence_spans
from assistant.words import holds, requests

NEARLY = 0.05
"""A request within this of the best sentence's closeness (0 to 1) counts as beside it."""


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
