"""Count: does a sentence that names what is to be counted say how many?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question import Question
from assistant.words import numbers_in, stem, stems

BEFORE, AFTER = 4, 3
"""How many words may stand between a number and what it counts, where the number comes first or last."""

_WORD = re.compile(r"[^\W_]+")


def counted_things(question: Question) -> tuple[str, ...]:
    """The words after "how many" that name no place."""
    return tuple(word for word in question.counted if word not in question.named)


def names_any(sentence: str, things: Sequence[str]) -> bool:
    """Does the sentence hold one of the things, by its stem?"""
    return not stems(sentence).isdisjoint(map(stem, things))


def gives_count(sentence: str, things: Sequence[str]) -> bool:
    """Does a number that is no year stand beside one of the things?"""
    words = _WORD.findall(sentence.lower())
    wanted = {stem(thing) for thing in things}
    return any(
        stem(word) in wanted
        for at in numbers_in(words)
        for word in [*words[at + 1 : at + 1 + BEFORE], *words[max(0, at - AFTER) : at]]
    )
