"""A closer look at a passage: what its best sentence, on its own, says to the question."""

from __future__ import annotations

from dataclasses import replace

from assistant.question import Question
from assistant.retrieval.found import Found
from assistant.sentences.spans import sentence_spans
from assistant.words import holds, requests

NEARLY = 0.05
"""A request within this of the best sentence's closeness (0 to 1) counts as beside it."""


def look_closer(question: Question, item: Found) -> Found:
    """The passage with `sentence`, `answers` and `requests` set; unchanged where it was not matched."""
    if item.match is None:
        return item
    spans = sentence_spans(item.passage)
    if not spans:
        return item
    closeness = item.match.scores_of(spans)
    best = max(closeness)
    near = [span for span, value in zip(spans, closeness, strict=True) if value >= best - NEARLY]
    closest = spans[closeness.index(best)]
    return replace(
        item,
        sentence=best,
        answers=question.wanted is not None and holds(item.passage.slice(*closest), question.wanted),
        requests=question.requests and any(requests(item.passage.slice(*span)) for span in near),
    )
