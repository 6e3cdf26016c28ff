"""Decisions: the proposals that a body decided against, with what was proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.actions.blocks import prose_of
from assistant.actions.reading import read_report
from assistant.actions.references import references_in
from assistant.actions.setdown import Report, SetDown, Span
from ingest.document import Document
from ingest.phrases import worded
from ingest.recommendations.clauses import skip_marker
from ingest.sentences import sentences_within

_WORDS = "actions/promises.yaml"
_condition = worded(_WORDS, r"\b{undecided}")
_proposes = worded(_WORDS, r"\b{proposing}\b")
_rejected = worded(
    _WORDS,
    r"\b{proposals}\b[^.]{0,80}?\b(?:was|were|is|has been|be)\s+{turned_down}"
    r"|\b(?:does|do|did)\s+not\s+accept\s+(?:the\s+)?{proposals}|\b{decided_against}\b",
    literal=True,
)
_reason = worded(_WORDS, r",?\s+{reasons}\b", flags=re.NOFLAG, literal=True)
_of_the_proposal = worded(
    _WORDS, r"\b(?:the|it|this|that)\s+{proposals}\b|\bagainst\s+(?:it|this)\b", literal=True
)


def decisions_of(document: Document, said_on: str | None) -> Iterator[SetDown]:
    """The decisions not to act that the prose tells; those on a numbered recommendation are reports on it."""
    if document.kind in ("framework", "guidance", "inspection", "performance"):
        return
    for block, heading in prose_of(document):
        spans = sentences_within(document.text, block.start, block.end)
        for index, span in enumerate(spans):
            sentence = document.text[slice(*span)]
            if _is_decision(sentence, said_on):
                start, end = _proposed(document.text, spans[:index], sentence) or span
                start += skip_marker(document.text[start:end]) if start == block.start else 0
                yield SetDown(
                    span=span,
                    origin="decision",
                    text=(start, end),
                    wording=_without_reason(document.text[start:end]),
                    heading=heading,
                    reports=(Report(span, said_on, "rejected", about=heading, words=sentence),),
                )


def _is_decision(sentence: str, said_on: str | None) -> bool:
    if not _rejected().search(sentence) or references_in(sentence) or _condition().search(sentence):
        return False
    return read_report(sentence, said_on).state == "rejected"


def _without_reason(sentence: str) -> str:
    """What was decided upon, without the reason for it."""
    return _reason().split(sentence, maxsplit=1)[0]


def _proposed(text: str, before: list[Span], sentence: str) -> Span | None:
    """The sentence that made the proposal, where the decision only says "the proposal"."""
    if not _of_the_proposal().search(sentence):
        return None
    return next((span for span in reversed(before) if _proposes().search(text[slice(*span)])), None)
