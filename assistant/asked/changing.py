"""Changing: does a question ask whether there is more or less of something than there was, and who tells?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assistant.asked.cells import FIGURE, label_of
from assistant.asked.phrased import words_for
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.words import stem
from ingest.draft import CELL_JOINER
from ingest.phrases import worded

_CLAUSE = re.compile(r"[,;:]\s|\s[–—-]\s")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

LEAST = 2
"""So many figures in the row of a table are a series."""

NEAR = 60
"""Characters that stand at most between what changed and the word that says so."""
_signs = worded("vocabulary/facts.yaml", r"(?<!\bto )\b{change.signs}\b", flags=re.NOFLAG)
"""The words by which a clause tells of a change, but for what is only meant ("to increase")."""


def asks_whether_changed(text: str) -> bool:
    """Does the text ask whether something is more or less than it was: "Have contacts gone up?"?"""
    return _asks().match(text.lower().strip()) is not None


def changing(question: Question) -> list[str]:
    """The words for what is asked about, without those for its change, its amount, place and year."""
    empty = {*_no_thing(), *question.named}
    return [
        word
        for word in _WORD.findall(question.text.lower())
        if _any(word, question.terms) and word not in empty
    ]


def that_tell_change(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Those of the sentences that say that what is asked about rose or fell, or give its figures in a row.

    What is asked about is told by all its words, or, where none says so, by those of its things alone.
    """
    words, met = changing(question), [item for item in evidence if not item.missing]
    things = [word for word in words if _any(word, question.things)]
    return _telling(question, words, met) or _telling(question, things, met)


def _any(word: str, terms: Sequence[str]) -> bool:
    """Is one of the terms a part of the word ("referrals" of "re-referrals")?"""
    return any(part in terms for part in re.split(r"[-’']", word))


def is_series(quote: str) -> bool:
    """Is it the row of a table that gives several figures of one thing?"""
    cells = quote.partition(label_of(quote))[2].split(CELL_JOINER)
    return sum(FIGURE.fullmatch(cell.strip()) is not None for cell in cells) >= LEAST


def _telling(question: Question, words: Sequence[str], evidence: Iterable[Evidence]) -> list[Evidence]:
    names = [question.names_of(word) for word in words]
    told = [item for item in evidence if names and _tells(item.quote, names)]
    # A row called just so gives its figures, the newest paper's the latest; a sentence may tell of a part.
    series = [item for item in told if is_series(item.quote)]
    if not question.times:
        series.sort(key=lambda item: item.published or "", reverse=True)
    return [*series, *(item for item in told if item not in series)]


def _tells(quote: str, names: Sequence[Sequence[str]]) -> bool:
    if is_series(quote):
        return all(_places(label_of(quote), one) for one in names)
    for clause in _CLAUSE.split(quote):
        signs = [sign.span() for sign in _signs().finditer(clause.lower())]
        places = [_places(clause, one) for one in names]
        near = (_between(sign, place) <= NEAR for sign in signs for one in places for place in one)
        # One referral is not the number of them: one of the words has to stand as it is asked.
        same = any(re.search(rf"(?<![\w-]){re.escape(one[0])}\b", clause.lower()) for one in names)
        if all(places) and same and any(near):
            return True
    return False


def _places(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where the text holds one of the names, as a word of its own: "re-referrals" are no referrals."""
    return [
        word.span()
        for name in names
        for last in _WORD.findall(name.lower())[-1:]
        for word in _WORD.finditer(text.lower())
        if stem(word[0]) == stem(last)
    ]


def _between(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


@cache
def _no_thing() -> frozenset[str]:
    """The words of a question that ask for a change, or for a number, and are no part of what changes."""
    phrases = (one for name in ("risen", "rising", "more", "amount") for one in words_for("change")[name])
    return frozenset(word for phrase in phrases for word in phrase.split())


@cache
def _asks() -> re.Pattern[str]:
    parts = {name: f"(?:{'|'.join(words_for('change')[name])})" for name in ("risen", "rising", "more")}
    parts["since"] = rf"(?: (?:{'|'.join(words_for('change')['since'])}))?\W*$"
    forms = (re.sub(r"\{(\w+)\}", lambda one: parts[one[1]], form) for form in words_for("change")["forms"])
    return re.compile("|".join(forms))
