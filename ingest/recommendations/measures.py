"""Measures: the words of a recommendation by which another person would know."""

from __future__ import annotations

import re

from ingest.recommendations.recommendation import Span

_BREAK = re.compile(
    r",|;|\.(?=\s|$)|\b(?:so that|in order to|to ensure|to enable|and that|which)\b", re.IGNORECASE
)
_OPENING = re.compile(r"(?:\b(?:ensure that|ensure|that|to|should|must)\s+|[,;]\s*|\.\s+)", re.IGNORECASE)


def clause_around(text: str, span: Span) -> Span:
    """The clause that `span` stands in: from the last opening word before it to the next break."""
    start = 0
    for match in _OPENING.finditer(text, 0, span[0]):
        start = match.end()
    ahead = _BREAK.search(text, span[1])
    end = ahead.start() if ahead else len(text)
    while end > span[1] and text[end - 1] in " .":
        end -= 1
    return start, end
