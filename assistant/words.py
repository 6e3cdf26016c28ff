"""Words compared by their stems, and the signs that a sentence holds a number, a date and the like."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache

import snowballstemmer

from assistant.question import Wanted
from ingest.phrases import ONE_OR_MORE, VALUES, worded
from prompts import load_data

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A year that stands as a word of its own."""
WHOLE_WORD = re.compile(r"\b[^\W\d_]&[^\W\d_]\b|[^\W_]+(?:[’'][^\W\d_]+)?")
"""A word with its possessive or contracted ending ("child’s", "wasn't"), or letters put together ("A&E")."""
QUOTED = re.compile(r"[‘“\"][^’”\"]{12,}[’”\"]")
"""More than a term in quotation marks: somebody's own words."""

_OWN = threading.local()
_WORD = re.compile(r"[^\W_]+")
_WORD_OR_SIGN = re.compile(r"[^\W_]+|£")
_MANY = re.compile(r"[bcdfghjklmnpqrtvwxz]{2,}s")
"""The plural of an abbreviation, whose letters are spoken one by one, in lower case."""

_PATTERNS: dict[Wanted, re.Pattern[str]] = {
    "number": re.compile(r"\d"),
    "percentage": re.compile(
        r"\d ?%|\d per ?cent\b|\bpercent\b"
        rf"|\b(?:\d+|{ONE_OR_MORE}) (?:in|of|out of) "
        r"(?:\w+ )?(?:\d|every|ten|five|four|three)"
    ),
    "money": re.compile(r"[£$€]|\bp per\b"),
    "date": re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"),
    "person": re.compile(r"(?<=[\w,;] )[A-Z][a-z]+|\b[A-Z]{2,}\b"),
}
_ends_graded = worded("vocabulary/question-words.yaml", r"\b{signs.judgement}\W*$")


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, in order; an apostrophe parts two."""
    return _WORD.findall(text.lower())


def spaced(text: str) -> str:
    """The words of a text in small letters, possessives whole, with a space on either side of each."""
    return f" {' '.join(WHOLE_WORD.findall(text.lower()))} "


@lru_cache(maxsize=8_192)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's words (Porter 2, the English Snowball stemmer); "£" is a word, for money."""
    return frozenset(map(stem, _WORD_OR_SIGN.findall(text.lower())))


def any_stands(names: Iterable[str], held: frozenset[str]) -> bool:
    """Does one of the names stand, with all its words, among the stems that a text holds?"""
    return any(stems(name) <= held for name in names)


def coverage_of(
    terms: Sequence[str],
    weight_of: Callable[[str], float],
    others: Mapping[str, Sequence[str]] | None = None,
) -> Callable[[Iterable[str]], float]:
    """Tells the share of the terms, weighted, that stand in any of some texts; 1 where there are no terms.

    `others` gives other names for a term; any of them will do.
    """
    weights = {term: weight_of(term) for term in terms}
    total = sum(weights.values())
    names = [(weights[term], (term, *(others or {}).get(term, ()))) for term in weights]

    def coverage(texts: Iterable[str]) -> float:
        held = frozenset[str]().union(*map(stems, texts))
        met = sum(weight for weight, called in names if any_stands(called, held))
        return met / total if total else 1.0

    return coverage


def holds(text: str, wanted: Wanted | None) -> bool:
    """Does the text hold the kind of thing that a question wants? True where it wants nothing particular."""
    if wanted is None:
        return True
    pattern = _PATTERNS.get(wanted)
    if pattern and pattern.search(text):
        return True
    words = f" {' '.join(words_in(text))} "
    return wanted != "person" and any(f" {sign} " in words for sign in _signs(wanted))


def requests(text: str) -> bool:
    """Does the text ask for something to be done ("should", "must", "Ensure that …", "by 31 July")?"""
    signs = load_data("vocabulary/question-words.yaml")["requests"]
    words = words_in(text)
    opening = next((word for word in words if not word.isdigit()), "")
    return (
        opening in signs["openings"]
        or not frozenset(signs["signs"]).isdisjoint(words)
        or bool(re.search(r"\bby \d", text))
    )


def graded(text: str, things: Sequence[str], others: Mapping[str, Sequence[str]]) -> bool:
    """Does the text end in a grade and name half of the things ("The board requires improvement")?"""
    if not _ends_graded().search(text):
        return False
    held = stems(text)
    named = [any_stands((thing, *others.get(thing, ())), held) for thing in things]
    return sum(named) * 2 >= len(named) > 0


def counts(text: str, counted: Sequence[str]) -> bool:
    """Does a number stand at most three words before one of the counted words ("22 recommendations")?"""
    wanted = {stem(word) for word in counted}
    words = words_in(text) if wanted else []
    numbers = [at for at, word in enumerate(words) if word.isdigit() or word in _signs("number")]
    return any(stem(word) in wanted for at in numbers for word in words[at + 1 : at + 4])


def numbers_in(words: Sequence[str]) -> list[int]:
    """Where numbers stand among lower-case words: in digits, years apart, or written out from "two"."""
    written = _signs("number") - {"one", "single", "all", "both"}
    return [
        at
        for at, word in enumerate(words)
        if word in written or (word.isdigit() and not YEAR.fullmatch(word))
    ]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one word in lower case; the stemmer itself leaves an abbreviation its plural ("gps")."""
    found: str = _stemmer().stemWord(word[:-1] if _MANY.fullmatch(word) else word)
    return found


@lru_cache(maxsize=1_024)
def stems_in_order(text: str) -> str:
    """The stems of a text in their order, with a space on either side of each."""
    return f" {' '.join(map(stem, words_in(text)))} "


def _stemmer() -> snowballstemmer.stemmer:
    """One a thread: a stemmer keeps the word it works on in itself, so that two threads must not share it."""
    if not hasattr(_OWN, "stemmer"):
        _OWN.stemmer = snowballstemmer.stemmer("english")
    stemmer: snowballstemmer.stemmer = _OWN.stemmer
    return stemmer


@cache
def _signs(wanted: Wanted) -> frozenset[str]:
    signs = frozenset(load_data("vocabulary/question-words.yaml")["signs"][wanted])
    return signs | VALUES.keys() if wanted == "number" else signs


def normal(text: str) -> str:
    """Lower case, letters and digits, single spaces: what line wraps and punctuation do not change."""
    return " ".join(re.findall(r"\w+", text.lower()))
