"""Reasons: does a question ask why, and does a sentence tell a cause of what it asks about?"""

from __future__ import annotations

from assistant.asked.phrased import phrased

NEAR_BEST = 0.9
"""What a sentence says came of something is what is asked about where it is about as close as the closest."""


def asks_for_reason(text: str) -> bool:
    """Does the question begin by asking why, and not why something bears its name?"""
    lowered = text.lower().strip()
    return bool(phrased("reason", "openings").match(lowered)) and not phrased("reason", "names").search(
        lowered
    )


def gives_reason(sentence: str, share: float) -> bool:
    """Does the sentence tell a cause?

    "Because" and the like name one wherever they stand. "This led to" names what came of something, which is
    what the question asks about only where the sentence is close to it: `share` is its closeness beside that
    of the closest sentence.
    """
    lowered = sentence.lower()
    if phrased("reason", "causes").search(lowered):
        return True
    return share >= NEAR_BEST and any(phrased("reason", one).search(lowered) for one in ("effects", "begun"))
