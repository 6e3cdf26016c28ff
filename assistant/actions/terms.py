"""Terms: the telling words of actions and reports, weighed by how rare they are among them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Self

from assistant.words import stems
from prompts.load import load_data

LINKS = "actions/links.yaml"
QUESTIONS = "vocabulary/question-words.yaml"
_MORE = 100
"""Wordings counted beside those there are, so that in a library of two papers a word is not common at once.
"""
_PLAIN = 1.5
"""Below this weight a word is too common to tell one action from another."""
_ROUNDING = 1e-9
"""Sums in another order differ by less."""


class Terms:
    """Inverse document frequency over the wordings of one library's actions and reports."""

    def __init__(self, wordings: Iterable[frozenset[str]]) -> None:
        self._counts: Counter[str] = Counter()
        self._total = 0
        for wording in wordings:
            self._counts.update(wording)
            self._total += 1
        self._weights: dict[str, float] = {}

    @classmethod
    def of_texts(cls, texts: Iterable[str]) -> Self:
        """The weights of the terms of these texts."""
        return cls(terms_of(text) for text in texts)

    def weight(self, term: str) -> float:
        """0 for a word that stands everywhere, about 6 for one that stands once in a few hundred wordings."""
        known = self._weights.get(term)
        if known is None:
            known = self._weights[term] = math.log((self._total + _MORE) / (self._counts[term] + 0.5))
        return known

    def coverage(self, wanted: Mapping[str, float], held: Mapping[str, float]) -> float:
        """The weighted share of the wanted terms that are held, each as much as it counts on both sides."""
        total = sum(self.weight(term) * factor for term, factor in wanted.items())
        met = sum(self.weight(term) * factor * held[term] for term, factor in wanted.items() if term in held)
        return met / total if total > 0 else 0.0

    def share(self, wanted: Iterable[str], held: Iterable[str]) -> float:
        """The same where each term counts in full."""
        return self.coverage(dict.fromkeys(wanted, 1.0), dict.fromkeys(held, 1.0))

    def needed_one_of(self, wanted: Mapping[str, float], share: float) -> list[str]:
        """The rarest of the wanted terms, so many that whoever holds `share` of them all holds one of these.

        Prefix filtering of similarity joins (Chaudhuri, Ganti and Kaushik 2006): few hold a rare term.
        """
        left = sum(self.weight(term) * factor for term, factor in wanted.items()) * (1 - share)
        chosen: list[str] = []
        for term in sorted(wanted, key=lambda term: (-self.weight(term), term)):
            chosen.append(term)
            left -= self.weight(term) * wanted[term]
            if left < -_ROUNDING:
                break
        return chosen

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How alike two sets of terms are: the weighted share of all that both have."""
        both = sum(self.weight(term) for term in one & other)
        either = sum(self.weight(term) for term in one | other)
        return both / either if either > 0 else 0.0

    def is_telling(self, term: str) -> bool:
        """Whether a term is rare enough to tell one action from another."""
        return self.weight(term) >= _PLAIN

    def telling(self, terms: Iterable[str]) -> int:
        """How many of the terms are rare enough to tell one action from another."""
        return sum(self.is_telling(term) for term in terms)


@lru_cache(maxsize=50_000)
def terms_of(wording: str) -> frozenset[str]:
    """The stems of a wording's words without those that tell nothing; words for one deed are one."""
    words = re.sub(r"[^\W_]+", lambda word: _same().get(word.group(), word.group()), wording.lower())
    return frozenset(term for term in stems(words) if term not in left_out(LINKS) and not _short(term))


def first_term(wording: str, without: frozenset[str]) -> str:
    """The first word that tells something, by its stem: what is to be done, or to what; "" for none."""
    each = (terms_of(word) - without for word in wording.split())
    return next((min(terms) for terms in each if terms), "")


def _short(term: str) -> bool:
    """One or two letters, and numbers that are days, months, years or small counts."""
    return len(term) < 3 or (term.isdigit() and len(term) != 3)


@cache
def _same() -> dict[str, str]:
    return {word: group[0] for group in load_data(LINKS)["same"] for word in group}


@cache
def kinds_of_report() -> frozenset[str]:
    """The terms of titles that say what kind of report it is, and not which."""
    return terms_of(load_data(LINKS)["kinds_of_report"])


@cache
def generic() -> frozenset[str]:
    """The terms that many recommendations have, and which alone join none to a row."""
    return terms_of(load_data(LINKS)["generic"])


@cache
def small_words() -> frozenset[str]:
    """The stems of the small words of any question."""
    return stems(load_data(QUESTIONS)["leave_out"])


@cache
def left_out(file: str) -> frozenset[str]:
    """The stems that tell nothing: of the small words of any question, and of those that a file lists."""
    return small_words() | stems(load_data(file)["leave_out"])
