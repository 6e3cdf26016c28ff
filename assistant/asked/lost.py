"""Lost: what a sentence lacks of the things that a question and the best sentences share.

What no sentence says is left out: a question may be worded far from the documents.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.alike import like
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.words import any_stands, stems, words_in

LEAST = 0.3
"""The share of the weight of things from which a sentence is about them at all."""


def shared(question: Question, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """The things of the question, numbers apart, that one of the sentences or its headings names."""
    held = [_held(item) for item in evidence]
    return tuple(
        thing
        for thing in question.things
        if not thing.isdigit() and any(_names(question, thing, one) for one in held)
    )


def named_share(question: Question, words: Sequence[str], item: Evidence, alike: bool = False) -> float:
    """The share of the words' weight, 0 to 1, that the sentence or its headings name; 1 for no words.

    `alike`: a word is named by one like it too.
    """
    held, match = _held(item), item.found.match
    weights = {word: match.weight_of(word) if match else 1.0 for word in words}
    named = sum(
        weight
        for word, weight in weights.items()
        if _names(question, word, held) or (alike and like(item, word))
    )
    return named / total if (total := sum(weights.values())) else 1.0


def astray(question: Question, things: Sequence[str], item: Evidence) -> bool:
    """Does the sentence lack two or more of the things, and with them most of what they weigh?

    On dev halves no date that answers was so.
    """
    lacked = sum(not _names(question, thing, _held(item)) for thing in things)
    return lacked > 1 and named_share(question, things, item) < LEAST


def lost_heads(question: Question, things: Sequence[str], item: Evidence) -> int:
    """How many of the things neither the sentence nor its headings name.

    For a question without a verb of its own ("What is the length of a child protection plan?"): what stands
    right before a thing that is named only says more of it, and is not lost.
    """
    held = _held(item)
    count, named = 0, False
    for word in reversed(words_in(question.text)):
        named = word in things and (named or _names(question, word, held))
        count += word in things and not named
    return count


def _held(item: Evidence) -> frozenset[str]:
    passage = item.found.passage
    return stems(f"{passage.heading} {passage.header} {item.quote}")


def _names(question: Question, thing: str, held: frozenset[str]) -> bool:
    return any_stands(question.names_of(thing), held)
