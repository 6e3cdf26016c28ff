"""Signs of state: what an "ensure that …" asks to hold, and comparisons. One small function a sign."""

from __future__ import annotations

import re

from assistant.check.reading import Reading, span_of
from ingest.phrases import worded
from ingest.recommendations.recommendation import Span
from ingest.recommendations.words import words

_STATE = re.compile(
    r"\b(?:is|are|be|being|get|gets)\s+(?:\w+ly\s+|not\s+|also\s+|all\s+)*"
    r"(?P<state>[a-z]+(?:ed|en|wn|lt|pt|ut|ld|de|ne|ought|aught|et))\b",
    re.IGNORECASE,
)
_NEAR = 70
"""How many characters after the verb a comparison still belongs to the act."""
_ensured_act = worded(
    "smart/specific.yaml",
    r"\b(?:ensur\w+|mak(?:e|es|ing)\s+sure)\s+(?:that\s+)?(?:the\s+|all\s+|each\s+|every\s+)?"
    r"(?:[\w’'-]+\s+){1,9}?(?P<act>{ensured_acts})\b(?!\s+(?:access|it\b|an?\s+[a-z]+er\b))",
    literal=True,
)


def hard_state(reading: Reading) -> Span | None:
    """“Ensure that visits are recorded”: a state that can be seen to hold."""
    found = _state(reading)
    return found.span() if found and found["state"].lower() not in words("specific", "soft_states") else None


def soft_state(reading: Reading) -> Span | None:
    """“Ensure that children are supported”: a state that can only be judged."""
    found = _state(reading)
    return found.span() if found and found["state"].lower() in words("specific", "soft_states") else None


def act_ensured(reading: Reading) -> Span | None:
    """“Ensure that plans include timescales”: what someone or something is to do."""
    if not reading.ensures:
        return None
    return span_of(_ensured_act().search(reading.body), "act")


def compares(reading: Reading) -> Span | None:
    """“More effective”, "a closer focus": how much is left open."""
    start, end = reading.core
    return reading.find("specific", "comparatives", within=(start, min(end, start + _NEAR)))


def _state(reading: Reading) -> re.Match[str] | None:
    return _STATE.search(reading.body, reading.act[1]) if reading.ensures else None
