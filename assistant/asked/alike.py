"""Alike: does a sentence hold a word like one of the question's, by the token vectors of both?"""

from __future__ import annotations

from assistant.evidence import Evidence

LIKE = 0.4
"""Likeness (cosine) from which a word of a sentence may be another for one of the question."""

TELLS = 0.32
"""The same of a verb: "noticed" for "spotted". On dev halves what answers lies above .35, else below .3."""

SOMEWHAT = 0.3
"""The same of a word that no paper holds: a word less like those of the best sentences is another matter."""


def like(item: Evidence, word: str, least: float = LIKE) -> bool:
    """Does the sentence hold something like the word, or can that not be told?"""
    match = item.found.match
    return match is None or not word or match.likeness(word, item.start, item.end) >= least
