"""Lasting: does a question ask how long or how soon, and does a sentence give a span of time?"""

from __future__ import annotations

import re

from assistant.asked.phrased import phrased, words_for
from ingest.phrases import ONE_OR_MORE

_LASTED = re.compile(r"how long (?:is|are|was|were) (?:the |an? )?(.+)")
_NUMBER = rf"(?:\d[\d,.]*|an?|{ONE_OR_MORE}|several|few|half)"
_UNIT = r"(?:minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|terms?|years?|decades?)"
_SPAN = re.compile(rf"\b{_NUMBER}\b(?:\W+\w+){{0,2}}?\W+{_UNIT}\b(?!\W+ago\b)", re.IGNORECASE)


def asks_how_long(text: str) -> bool:
    """Does the question begin by asking how long something takes, or how soon it comes?"""
    return text.lower().strip().startswith(tuple(words_for("duration")["openings"]))


def lasting(text: str) -> str:
    """What is to have lasted, as a phrase ("the waits in Leeds" of "How long were the waits in Leeds?")."""
    found = _LASTED.search(text.lower())
    return found[1] if found else ""


def gives_span(sentence: str) -> bool:
    """Does the sentence give a span of time that is not gone by ("one year ago"), or say at once?"""
    return bool(_SPAN.search(sentence) or phrased("duration", "at_once").search(sentence.lower()))
