"""Owner after: who is named as the one to act by a sentence that leans on the request before it."""

from __future__ import annotations

import re
from functools import cache

from ingest.phrases import alternatives
from ingest.recommendations.actors import is_person, names_an_actor
from ingest.recommendations.recommendation import Span
from ingest.recommendations.words import vocabulary
from ingest.sentences import sentences_within

_WHO = r"(?P<who>[A-Z][^.;:()]{2,80}?|the\s[^.;:()]{2,80}?)"
_END = r"(?=\s*(?:[.;:()]|$)|\s+(?:by|before|with|and\s+will|who|until|from)\b)"


def owner_after(text: str, start: int, end: int) -> Span | None:
    """Whom the first sentence of a slice gives what was just asked: "This will be led by Ann Roe"."""
    stop = next((last for _, last in sentences_within(text, start, end)), start)
    for form in _forms():
        found = form.match(text, start, stop)
        if found and any(
            named(part) for part in found["who"].split(",") for named in (is_person, names_an_actor)
        ):
            return found.span("who")
    return None


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    it, led, leads, labels = (
        alternatives(vocabulary("owners")[name]) for name in ("it", "led", "leads", "labels")
    )
    will = r"(?:will|shall|should|must|is\s+to|are\s+to|would)"
    return (
        re.compile(rf"\s*(?i:{it})\s+(?:{will}\s+be|is|are)\s+(?:being\s+)?(?i:{led})\s+{_WHO}{_END}"),
        re.compile(rf"\s*{_WHO}\s+{will}\s+(?i:{leads})\s+(?i:{it})\b"),
        re.compile(rf"\s*(?i:{labels})\s*[:–]\s*{_WHO}{_END}"),
    )
