"""Concepts: phrases of a vocabulary found in a text word by word, quickly enough for many documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.words import WHOLE_WORD
from prompts import load_data

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
class _Phrase:
    """The numbers of its parts after the first, each with the words it may skip before it."""

    concept: str
    parts: tuple[tuple[int, int], ...]
    needs: frozenset[int]
    """The same numbers: a sentence in which no word fits one of them does not hold the phrase."""


def word_starts(text: str) -> list[int]:
    """Where each of the words begins."""
    return [word.start() for word in WHOLE_WORD.finditer(text)]


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without possessive endings; hyphens part words."""
    found = WHOLE_WORD.findall(text.lower())
    return [_plain(word) for word in found] if "'" in text or "’" in text else found


class Concepts:
    """Finds the phrases of lists. "*" ends a word anyhow, "a/b" is either word, "..." up to four words."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._numbers: dict[str, int] = {}
        self._exact: dict[str, list[int]] = {}
        self._stems: dict[str, list[tuple[str, int]]] = {}
        self._fits: dict[str, frozenset[int]] = {}
        self._begun: dict[str, tuple[tuple[str, ...], tuple[_Phrase, ...]]] = {}
        self._by_first: dict[int, list[_Phrase]] = {}
        for concept, texts in lists.items():
            for text in texts:
                self._learn(concept, text)

    def find(self, words: Sequence[str]) -> list[Found]:
        """Every phrase in the words, by place; of one concept at one place the longest only."""
        longest: dict[tuple[int, str], int] = {}
        fits = [self._fits[word] if word in self._fits else self._fitted(word) for word in words]
        present = frozenset().union(*fits)
        for at, word in enumerate(words):
            alone, longer = self._begun[word]
            for concept in alone:
                longest[at, concept] = at
            for phrase in longer:
                if phrase.needs <= present:
                    last = _match(phrase.parts, fits, at)
                    if last > longest.get((at, phrase.concept), -1):
                        longest[at, phrase.concept] = last
        return [Found(concept, at, last) for (at, concept), last in sorted(longest.items())]

    def names(self, text: str) -> frozenset[str]:
        """The lists of which the text holds a phrase."""
        return frozenset(hit.concept for hit in self.find(words_of(text)))

    def _learn(self, concept: str, text: str) -> None:
        parts: list[tuple[int, int]] = []
        skips = 0
        for word in text.replace("-", " ").split():
            if word == _GAP:
                skips = GAP_WORDS
                continue
            parts.append((self._number(word), skips))
            skips = 0
        if parts:
            phrase = _Phrase(concept, tuple(parts[1:]), frozenset(number for number, _ in parts[1:]))
            self._by_first.setdefault(parts[0][0], []).append(phrase)

    def _number(self, part: str) -> int:
        """The number of a part of a phrase, "a/b" or "stem*"; the same for the same part."""
        if part not in self._numbers:
            number = self._numbers[part] = len(self._numbers)
            for way in part.lower().split("/"):
                if way.endswith("*"):
                    self._stems.setdefault(way[:-1][:2], []).append((way[:-1], number))
                else:
                    self._exact.setdefault(_plain(way), []).append(number)
        return self._numbers[part]

    def _fitted(self, word: str) -> frozenset[int]:
        """The parts that the word fits; with them what it may begin, kept for the next time."""
        stems = (*self._stems.get(word[:2], ()), *self._stems.get(word[:1], ()), *self._stems.get("", ()))
        fits = [*self._exact.get(word, ()), *(number for stem, number in stems if word.startswith(stem))]
        begun = [phrase for number in dict.fromkeys(fits) for phrase in self._by_first.get(number, ())]
        alone = dict.fromkeys(phrase.concept for phrase in begun if not phrase.parts)
        self._begun[word] = (tuple(alone), tuple(phrase for phrase in begun if phrase.parts))
        self._fits[word] = frozenset(fits)
        return self._fits[word]


@cache
def lists_of(file: str, *names: str) -> Concepts:
    """The lists of these names in a file of `prompts` (none named: all of it), made once."""
    lists = load_data(file)
    return Concepts({name: lists[name] for name in names or lists})


def _plain(word: str) -> str:
    straight = word.replace("’", "'")
    return straight[:-2] if straight.endswith("'s") else straight


def _match(parts: Sequence[tuple[int, int]], fits: Sequence[frozenset[int]], at: int) -> int:
    """The index of the last word where a phrase that begins at `at` ends, -1 where it does not fit."""
    place = at
    for number, skips in parts:
        stop = min(place + skips + 2, len(fits))
        place += 1
        while place < stop and number not in fits[place]:
            place += 1
        if place >= stop:
            return -1
    return place
