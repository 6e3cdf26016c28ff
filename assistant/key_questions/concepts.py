"""Concepts: phrases of a vocabulary found in a text word by word, quickly enough for many documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
_GAP = "..."
GAP_WORDS = 4
"""Words that may stand where a phrase has three dots."""


@dataclass(frozen=True, slots=True)
class Found:
    """One phrase of a concept in a text: the words `first` to `last`, both counted from 0."""

    concept: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of a phrase: the words it may be, the stems it may begin with, the words it may skip."""

    exact: frozenset[str]
    stems: tuple[str, ...]
    skips: int = 0

    def fits(self, word: str) -> bool:
        return word in self.exact or bool(self.stems and word.startswith(self.stems))


@dataclass(frozen=True, slots=True)
class _Phrase:
    concept: str
    parts: tuple[_Part, ...]


def word_starts(text: str) -> list[int]:
    """Where each of the words begins."""
    return [word.start() for word in _WORD.finditer(text)]


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without possessive endings; hyphens part words."""
    found = _WORD.findall(text.lower())
    return [_plain(word) for word in found] if "'" in text or "’" in text else found


class Concepts:
    """Finds the phrases of lists. "*" ends a word anyhow, "a/b" is either word, "..." up to four words."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        phrases = [_phrase(concept, text) for concept, texts in lists.items() for text in texts]
        self._exact: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[tuple[str, _Phrase]]] = {}
        for phrase in phrases:
            if phrase.parts:
                for word in sorted(phrase.parts[0].exact):
                    self._exact.setdefault(word, []).append(phrase)
                for stem in phrase.parts[0].stems:
                    self._stems.setdefault(stem[:2], []).append((stem, phrase))
        self._begun: dict[str, tuple[tuple[str, ...], tuple[_Phrase, ...]]] = {}

    def find(self, words: Sequence[str]) -> list[Found]:
        """Every phrase in the words, by place; of one concept at one place the longest only."""
        longest: dict[tuple[int, str], int] = {}
        for at, word in enumerate(words):
            begun = self._begun.get(word) or self._begin(word)
            for concept in begun[0]:
                longest[at, concept] = at
            for phrase in begun[1]:
                last = _match(phrase.parts, words, at)
                if last > longest.get((at, phrase.concept), -1):
                    longest[at, phrase.concept] = last
        return [Found(concept, at, last) for (at, concept), last in sorted(longest.items())]

    def names(self, text: str) -> frozenset[str]:
        """The lists of which the text holds a phrase."""
        return frozenset(hit.concept for hit in self.find(words_of(text)))

    def _begin(self, word: str) -> tuple[tuple[str, ...], tuple[_Phrase, ...]]:
        """The lists that the word alone belongs to, and the longer phrases that it may begin."""
        stems = (*self._stems.get(word[:2], ()), *self._stems.get(word[:1], ()), *self._stems.get("", ()))
        fitting = [
            *self._exact.get(word, ()),
            *(phrase for stem, phrase in dict.fromkeys(stems) if word.startswith(stem)),
        ]
        alone = dict.fromkeys(phrase.concept for phrase in fitting if len(phrase.parts) == 1)
        self._begun[word] = (tuple(alone), tuple(phrase for phrase in fitting if len(phrase.parts) > 1))
        return self._begun[word]


def _phrase(concept: str, text: str) -> _Phrase:
    parts: list[_Part] = []
    skips = 0
    for word in text.replace("-", " ").split():
        if word == _GAP:
            skips = GAP_WORDS
            continue
        ways = [way.lower() for way in word.split("/")]
        exact = frozenset(_plain(way) for way in ways if not way.endswith("*"))
        parts.append(_Part(exact, tuple(way[:-1] for way in ways if way.endswith("*")), skips))
        skips = 0
    return _Phrase(concept, tuple(parts))


def _plain(word: str) -> str:
    straight = word.replace("’", "'")
    return straight[:-2] if straight.endswith("'s") else straight


def _match(parts: tuple[_Part, ...], words: Sequence[str], at: int) -> int:
    """The index of the last word where a phrase that begins at `at` ends, -1 where it does not fit."""
    place = at
    for part in parts[1:]:
        stop = min(place + part.skips + 2, len(words))
        place += 1
        while place < stop and not part.fits(words[place]):
            place += 1
        if place >= stop:
            return -1
    return place
