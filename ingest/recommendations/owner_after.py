"""Owner after: who is named as the one to act by a sentence that leans on the request before it."""

from __future__ import annotations

import re
from functools import partial

from ingest.phrases import worded
from ingest.recommendations.actors import is_person, names_an_actor
from ingest.recommendations.recommendation import Span
from ingest.sentences import sentences_within

_WHO = r"(?P<who>[A-Z][^.;:()]{2,80}?|the\s[^.;:()]{2,80}?)"
_END = r"(?=\s*(?:[.;:()]|$)|\s+(?:by|before|with|and\s+will|who|until|from)\b)"

_WILL = r"(?:will|shall|should|must|is\s+to|are\s+to|would)"
_form = partial(worded, "smart/owners.yaml", flags=re.NOFLAG, literal=True)
_FORMS = (
    _form(rf"\s*(?i:{{it}})\s+(?:{_WILL}\s+be|is|are)\s+(?:being\s+)?(?i:{{led}})\s+{_WHO}{_END}"),
    _form(rf"\s*{_WHO}\s+{_WILL}\s+(?i:{{leads}})\s+(?i:{{it}})\b"),
    _form(rf"\s*(?i:{{labels}})\s*[:–]\s*{_WHO}{_END}"),
)


def owner_after(text: str, start: int, end: int) -> Span | None:
    """Whom the first sentence of a slice gives what was just asked: "This will be led by Ann Roe"."""
    stop = next((last for _, last in sentences_within(text, start, end)), start)
    for form in _FORMS:
        found = form().match(text, start, stop)
        if found and any(
            named(part) for part in found["who"].split(",") for named in (is_person, names_an_actor)
        ):
            return found.span("who")
    return None
