"""Read together: the best passages, and then the best sentences, are read once more, each with the question.

A cross-encoder sees question and text in one pass of a model, so it tells an answer from mere likeness better
than vectors made apart (Nogueira and Cho 2019, arXiv 1901.04085), at the price of a pass for each pair. So it
reads few, and of each only the sentences that the finer look found closest, under their title and heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, runtime_checkable

import numpy as np

from assistant.evidence import Evidence
from assistant.retrieval.found import Found
from assistant.sentences.spans import sentence_spans
from ingest.pair_scorer import PairReading
from ingest.passage import Passage

READ = 30
"""So many different texts are read, those of the best passages. With 20, four of ten gold sets had the right
passage among the first five for 1 or 2 questions in 100 fewer, and none for more (n = 1,117); 40 gave nothing
more."""

READ_FOR_SENTENCES = 12
"""So many where the best sentences are read afterwards. With 20 no figure of what was quoted and
refused was better on the dev halves of five sets; with 8 two of 58 first quotations on real reports were
worse."""

COUNTS = 0.6
"""What a unit of the model's logit counts beside the score of everything found out before. Logits are not
standardised: where the model sees little to choose between, as it does where the question is worded far from
the documents, it has little say. From 0.4 to 0.9 the gold sets hardly differ."""

BESIDE = 1
"""So many sentences on either side of the closest one are read with it."""

SENTENCES = 12
"""So many of the best sentences are read. More did not change which four are quoted."""

SENTENCE_COUNTS = 0.01
"""What a unit of the model's logit counts beside a sentence's closeness. On dev halves of five sets the first
quotation was right as often or oftener than with half of it, and on real reports less often with more."""


@runtime_checkable
class Scorer(Protocol):
    """Reads texts with a question; `ingest.pair_scorer.PairScorer` is one."""

    def read(self, question: str, texts: Sequence[str]) -> list[PairReading]:
        """A score for each text, larger is better, and what the model holds about the pair."""
        ...


def read_together(
    question: str, found: Sequence[Found], titles: Sequence[str], scorer: Scorer, read: int = READ
) -> list[Found]:
    """The same passages, the best of them ordered anew, with `cross` set; `titles` are their documents'.

    `read` is how many different texts are read.
    `question` is best asked in the field's words: the model does not know the everyday ones for its things.
    Scores still fall from first to last: those of the passages read lie above all others.
    """
    texts = _to_read(found, titles, read)
    head, tail = list(found[: len(texts)]), list(found[len(texts) :])
    if not head:
        return []
    different = list(dict.fromkeys(texts))
    readings = dict(zip(different, scorer.read(question, different), strict=True))
    cross = [readings[text].score for text in texts]
    before = [item.score for item in head]
    total = np.array(before) + COUNTS * np.array(cross)
    stretch = ((max(before) - min(before)) or 1.0) / (float(np.ptp(total)) or 1.0)
    marked = [
        replace(item, cross=one, score=round(min(before) + stretch * float(value - total.min()), 4))
        for item, one, value in zip(head, cross, total, strict=True)
    ]
    return [*sorted(marked, key=lambda item: (-item.score, item.passage.id)), *tail]


def read_sentences(
    question: str, evidence: Sequence[Evidence], heads: Sequence[str], scorer: Scorer
) -> list[Evidence]:
    """The same evidence, the best of it, each read under its head, ordered anew; `cross`, `state` are set."""
    head, tail = list(evidence[:SENTENCES]), list(evidence[SENTENCES:])
    if not head:
        return []
    texts = [_under(above, item.found.passage, item.quote) for item, above in zip(head, heads, strict=False)]
    readings = scorer.read(question, texts)
    # The worst of those read gains nothing, so they all stay above what was not read.
    least = min(reading.score for reading in readings)
    marked = [
        replace(
            item,
            score=round(item.score + SENTENCE_COUNTS * (reading.score - least), 4),
            cross=reading.score,
            state=reading.state,
        )
        for item, reading in zip(head, readings, strict=True)
    ]
    return [*sorted(marked, key=lambda item: (-item.score, item.found.passage.id, item.start)), *tail]


def _to_read(found: Sequence[Found], titles: Sequence[str], read: int) -> list[str]:
    """The texts of the best passages, in order, until `read` are different: copies are read only once."""
    texts: list[str] = []
    for item, title in zip(found, titles, strict=True):
        text = _under("\n".join((title, *item.passage.heading_path[-1:])), item.passage, _closest(item))
        if text not in texts and len(set(texts)) == read:
            break
        texts.append(text)
    return texts


def _under(head: str, passage: Passage, text: str) -> str:
    """A text of the passage under its head, such as title and heading, and the header of its table."""
    return "\n".join(part for part in (head, passage.header, text) if part)


def _closest(item: Found) -> str:
    """The sentences closest to the question."""
    spans = sentence_spans(item.passage)
    if item.match is None or not spans:
        return item.passage.text
    closeness = item.match.scores_of(spans)
    at = closeness.index(max(closeness))
    start, end = spans[max(0, at - BESIDE)][0], spans[min(len(spans) - 1, at + BESIDE)][1]
    return item.passage.text[start - item.passage.start : end - item.passage.start]
