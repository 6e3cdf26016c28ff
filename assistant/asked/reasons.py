"""Reasons: does a question ask why, and does a sentence tell a cause of what it asks about?"""

from __future__ import annotations

import re
from functools import cache

from ingest.phrases import alternatives
from prompts import load_data

NEAR_BEST = 0.9
"""What a sentence says came of something is what is asked about where it is about as close as the closest."""


def asks_for_reason(text: str) -> bool:
    """Does the question begin by asking why, and not why something bears its name?"""
    lowered = text.lower().strip()
    return bool(_pattern("openings").match(lowered)) and not _pattern("names").search(lowered)


def gives_reason(sentence: str, share: float) -> bool:
    """Does the sentence tell a cause?

    "Because" and the like name one wherever they stand. "This led to" names what came of something, which is
    what the question asks about only where the sentence is close to it: `share` is its closeness beside that
    of the closest sentence.
    """
    lowered = sentence.lower()
    if _pattern("causes").search(lowered):
        return True
    return share >= NEAR_BEST and bool(_pattern("effects").search(lowered) or _begun().search(lowered))


@cache
def _begun() -> re.Pattern[str]:
    return re.compile("|".join(load_data("vocabulary/facts.yaml")["reason"]["begun"]))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(load_data('vocabulary/facts.yaml')['reason'][name])})\b")
