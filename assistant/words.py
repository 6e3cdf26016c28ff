"""Words compared by their stems, and the signs that a sentence holds a number, a date, a frequency or a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

import snowballstemmer

from assistant.question import Wanted
from prompts import load_data

_WORD = re.compile(r"[^\W_]+")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b")
_PERSON = re.compile(r"(?<=[\w,;] )[A-Z][a-z]+|\b[A-Z]{2,}\b")


def stems(text: str) -> frozenset[str]:
    """The stems of a text's words (Porter 2, the English Snowball stemmer)."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()))


def coverage(terms: Sequence[str], texts: Iterable[str], weight_of: Callable[[str], float]) -> float:
    """The share of the terms, weighted, that stand in any of the texts; 1 where there are no terms."""
    held = frozenset[str]().union(*(stems(text) for text in texts))
    weights = {term: weight_of(term) for term in terms}
    total = sum(weights.values())
    return sum(weight for term, weight in weights.items() if stems(term) <= held) / total if total else 1.0


def holds(text: str, wanted: Wanted | None) -> bool:
    """Does the text hold the kind of thing that a question wants? True where it wants nothing particular."""
    if wanted is None:
        return True
    if wanted == "person":
        return bool(_PERSON.search(text))
    if wanted == "date" and _DATE.search(text):
        return True
    if wanted == "number" and re.search(r"\d", text):
        return True
    return not _signs(wanted).isdisjoint(_WORD.findall(text.lower()))


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    stem: str = _stemmer().stemWord(word)
    return stem


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@cache
def _signs(wanted: Wanted) -> frozenset[str]:
    return frozenset(load_data("vocabulary/question-words.yaml")["signs"][wanted])
