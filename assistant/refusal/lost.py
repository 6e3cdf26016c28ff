"""Lost: what a sentence lacks of the things that a question and the best sentences share.

What no sentence says is left out: a question may be worded far from the documents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.question import Question
from assistant.words import stems

_WORD = re.compile(r"[^\W_]+")


def shared(question: Question, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """The things of the question, numbers apart, that one of the sentences or its headings names."""
    held = [_held(item) for item in evidence]
    return tuple(
        thing
        for thing in question.things
        if not thing.isdigit() and any(_names(question, thing, one) for one in held)
    )


def lost(question: Question, things: Sequence[str], item: Evidence) -> int:
    """How many of the things neither the sentence nor its headings name."""
    held = _held(item)
    return sum(not _names(question, thing, held) for thing in things)


def lost_heads(question: Question, things: Sequence[str], item: Evidence) -> int:
    """The same for a question without a verb of its own ("What is the length of a child protection plan?").

    What stands right before a thing that is named only says more of it, and is not lost.
    """
    held = _held(item)
    count, named = 0, False
    for word in reversed(_WORD.findall(question.text.lower())):
        named = word in things and (named or _names(question, word, held))
        count += word in things and not named
    return count


def _held(item: Evidence) -> frozenset[str]:
    passage = item.found.passage
    return stems(f"{passage.heading} {passage.header} {item.quote}")


def _names(question: Question, thing: str, held: frozenset[str]) -> bool:
    return any(stems(name) <= held for name in (thing, *question.others.get(thing, ())))
