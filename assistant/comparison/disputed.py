"""Disputed: the places where papers are known to disagree on a matter, added to an answer on it."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer
from assistant.contradictions.find import find_contradictions
from assistant.in_words import filled
from assistant.listing.ledger_rows import is_on
from assistant.listing.listed import Row, statement_of
from assistant.slices import Citations, Slice
from ingest.filters import Filters
from ingest.library import Library
from prompts import load_data


def with_disputes(
    answer: Answer, topic: str, library: Library, filters: Filters, as_of: str, *, first: bool = False
) -> Answer:
    """The answer with both sides of each disagreement on the topic; as it is where it has no statements.

    They stand last, or `first` where it is asked what contradicts.
    """
    if not answer.statements:
        return answer
    words = load_data("vocabulary/both-sides.yaml")["disagree"]
    rows: list[Row] = [
        (words["head"], *map(Slice.of, sides))
        for one, *sides in find_contradictions(library, as_of=as_of, filters=filters).sided
        if is_on(topic, " ".join((one.about, *(f"{side.quote} {side.heading}" for side in sides))))
    ]
    if not rows:
        return answer
    citations = Citations(library)
    for quoted in answer.citations:
        citations.number(Slice.of(quoted))
    told = [statement_of(row, words["joint"], citations) for row in rows]
    statements = (*told, *answer.statements) if first else (*answer.statements, *told)
    verdict = f"{filled(words['first'], count=len(told))} {answer.verdict}" if first else answer.verdict
    return replace(answer, verdict=verdict, statements=statements, citations=citations.all())
