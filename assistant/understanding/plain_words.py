"""Plain words: everyday expressions of a text, and what the papers of the field call the same things."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from prompts import load_data

_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?")


def plain_words(text: str) -> dict[str, tuple[str, ...]]:
    """The everyday expressions of a text with the field's names for the same things; the longest counts.

    A name of the field stays whole: the workers of "social workers" are none of the everyday kind. The
    expressions are given in lower case, with one space between words.
    """
    words, known = _words(text), field_names_of()
    found, at = dict[str, tuple[str, ...]](), 0
    while at < len(words):
        phrases = (" ".join(words[at : at + size]) for size in range(_longest(), 0, -1))
        phrase = next((phrase for phrase in phrases if phrase in known or phrase in _names()), "")
        if phrase in known:
            found[phrase] = known[phrase]
        at += max(1, len(phrase.split()))
    return found


def in_field_words(text: str) -> str:
    """The text with the first of the field's names in the place of each everyday expression."""
    for phrase, names in plain_words(text).items():
        pattern = r"\W+".join(map(re.escape, phrase.split())).replace("'", "[’']")
        text = re.sub(rf"\b{pattern}\b", names[0], text, flags=re.IGNORECASE)
    return text


@cache
def field_names_of() -> dict[str, tuple[str, ...]]:
    """The field's names by everyday expression; a line of the table may hold several, with commas between."""
    return {
        " ".join(_words(phrase)): tuple(names)
        for phrases, names in load_data("vocabulary/plain-words.yaml").items()
        for phrase in phrases.split(",")
    }


@cache
def _longest() -> int:
    """Words of the longest expression."""
    return max(len(phrase.split()) for phrase in (*field_names_of(), *_names()))


@cache
def _names() -> frozenset[str]:
    """The names that things have in the field."""
    groups = load_data("vocabulary/synonyms.yaml")["groups"]
    return frozenset(" ".join(_words(name)) for name in chain.from_iterable(groups))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))
