"""Decisions: the proposals that a body decided against, with what was proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.actions.blocks import prose_of
from assistant.actions.reading import read_report
from assistant.actions.references import references_in
from assistant.actions.setdown import Report, SetDown, Span
from assistant.actions.vocabulary import words_of
from ingest.document import Document
from ingest.phrases import alternatives, worded
from ingest.recommendations.clauses import skip_marker
from ingest.sentences import sentences_within

_CONDITION = re.compile(
    r"\b(?:if|whether|where|what)\s+(?:it|they|we|the \w+)\s+(?:has|have|had)?\s*(?:decided|not)"
    r"|\bwhat we decided not\b",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    r"\b(?:propos\w+|suggest\w+|request\w*|asked|recommend\w*|consider\w+)\b", re.IGNORECASE
)
_rejected = worded(
    "actions/promises.yaml",
    r"\b{proposals}\b[^.]{0,80}?\b(?:was|were|is|has been|be)\s+"
    r"(?:rejected|not\s+supported|not\s+accepted|not\s+agreed|declined|turned\s+down|withdrawn)"
    r"|\b(?:does|do|did)\s+not\s+accept\s+(?:the\s+)?{proposals}"
    r"|\b(?:decided against|(?:resolved|agreed|decided) not to|(?:resolved|decided) to reject)\b",
    literal=True,
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
    if not _rejected().search(sentence) or references_in(sentence) or _CONDITION.search(sentence):
        return False
    return read_report(sentence, said_on).state == "rejected"


def _without_reason(sentence: str) -> str:
    """What was decided upon, without the reason for it."""
    reasons = alternatives(words_of("promises", "reasons"))
    return re.split(rf",?\s+(?:{reasons})\b", sentence, maxsplit=1)[0]


def _proposed(text: str, before: list[Span], sentence: str) -> Span | None:
    """The sentence that made the proposal, where the decision only says "the proposal"."""
    proposal = alternatives(words_of("promises", "proposals"))
    if not re.search(
        rf"\b(?:the|it|this|that)\s+(?:{proposal})\b|\bagainst\s+(?:it|this)\b", sentence, re.IGNORECASE
    ):
        return None
    return next((span for span in reversed(before) if _PROPOSES.search(text[slice(*span)])), None)
