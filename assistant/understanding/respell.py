"""Respell: a word that stands nowhere in the library is taken for the library's word that it is a slip of.

A word of its own is left alone ("careers" is no slip of "carers"): one that the embedding model knows whole,
with or without an ending or as two words in one ("signpost"), or that stands in our own vocabularies. So is
what is short for a word of these ("strat"), or a contraction. A name is taken only for one with two
letters changed round or one doubled, since many places are one letter apart (Harlow, Harrow).

Of 400 words of the real reports, each with one random slip, 83 % came out right and 4 % as another word,
mostly of the same stem; of 536 questions in their right spelling none was changed.
Of 574 random slips of the sample corpus's words five were taken for two words in one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator
from functools import cache

from assistant.areas.subjects import subjects_of
from assistant.understanding.contractions import contracted
from ingest.filters import CURRENT
from ingest.library import Library
from ingest.recognition.bodies import area_of
from ingest.tokens import count_tokens
from prompts import load_data

SHORTEST = 5
"""Letters of the shortest word that can be a slip: shorter ones are near to too many others."""
LEAST = 3
"""Passages that must hold the word meant."""
LONG = 8
"""Letters above which a word a letter away from a post is a slip of it."""
LOOKED_AT = 20
"""Passages in which a word found by its stem is looked for as it is written."""

_ENDINGS = ("s", "es", "d", "ed", "r", "rs", "er", "ers", "ing", "ly")
_SHORTEST_BASE = 4
_CUT = 3
"""So many letters fewer are no slip: the word was cut short."""

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TURNED, _MISSED, _OTHER = range(3)
"""Kinds of slip, the likeliest first: letters changed round, one too few or too many, one for another."""


def respelled(text: str, library: Library) -> str:
    """The text with its slips as the library spells the words; the text itself where it has none."""
    records = library.documents_by_id(CURRENT)

    def written(word: str) -> bool:
        hits = library.full_text(((word,),), CURRENT, LOOKED_AT)
        passages = library.passages([hit.passage_id for hit in hits])
        texts = (f"{records[one.document_id].title} {one.heading} {one.text}" for one in passages)
        return any(re.search(rf"\b{word}\b", text, re.IGNORECASE) for text in texts)

    names = {word for name in subjects_of(library.subjects()) for word in name.lower().split()}
    return respell(text, library.document_frequency, written, names)


def respell(
    text: str, holds: Callable[[str], int], written: Callable[[str], bool], names: Collection[str]
) -> str:
    """The same by functions: `holds` tells how many passages hold a word or another of its stem, `written`
    whether it stands as it is spelled; `names` are the words of places and bodies, in small letters.
    """

    def one(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        if len(word) < SHORTEST or word[1:] != small[1:] or _known(small):
            return word
        if post := _post_meant(small, holds):
            return post.capitalize() if word != small else post
        if holds(small):
            return word
        strict = word != small and match.start() > 0
        found = _meant(small, holds, written, names, strict=strict)
        return (found.capitalize() if word != small else found) if found else word

    return _WORD.sub(one, text)


def _known(word: str) -> bool:
    """Whether it is a word of its own or a place, whatever the library holds."""
    bases = (word, *(word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)))
    return (
        any(_whole(base) for base in bases)
        or any(_whole(word[:at]) and _whole(word[at:]) for at in range(_SHORTEST_BASE, len(word)))
        or word in _vocabulary()
        or word in _shortened()
        or contracted(word) != word
        or area_of(word) is not None
    )


def _whole(word: str) -> bool:
    """Does the embedding model know it as one piece?"""
    return len(word) >= _SHORTEST_BASE and count_tokens(word) == 1


@cache
def _empty() -> frozenset[str]:
    """Words that nothing is searched by: no slip is of one, since nothing would be gained."""
    words = load_data("vocabulary/question-words.yaml")
    return frozenset(f"{words['leave_out']} {words['courtesy']}".split())


@cache
def _vocabulary() -> frozenset[str]:
    """Every word of the vocabularies by which questions are understood."""
    names = (
        *("synonyms", "plain-words", "themes", "question-words", "contractions", "facts", "comparing"),
        *("listing", "actions-asked", "kinds", "heard", "names-asked", "recurring-themes", "numbers"),
    )
    told = json.dumps([load_data(f"vocabulary/{name}.yaml") for name in names], ensure_ascii=False)
    return frozenset(_WORD.findall(told.lower()))


@cache
def _shortened() -> frozenset[str]:
    """What longer words of the vocabularies are cut short to; "repor" is rather a slip of "report"."""
    words = _vocabulary()
    cut = {word[:at] for word in words for at in range(SHORTEST, len(word) - _CUT + 1)}
    return frozenset(cut - {word[:-off] for word in words for off in range(1, _CUT)})


def _post_meant(word: str, holds: Callable[[str], int]) -> str:
    """The post that a longer word is a slip of ("superintendant"), though of one stem with it; or nothing."""
    posts = load_data("vocabulary/facts.yaml")["holder"]["posts"]
    likely = (near for _, near in _slips(word) if len(word) > LONG and near in posts and word not in posts)
    return next((near for near in likely if holds(near)), "")


def _meant(
    word: str,
    holds: Callable[[str], int],
    written: Callable[[str], bool],
    names: Collection[str],
    *,
    strict: bool,
) -> str:
    """The word of the library that a slip is of; "" where there is none."""
    likely: dict[str, tuple[int, int, str]] = {}
    for kind, near in _slips(word):
        if (strict or near in names) and kind != _TURNED and _undoubled(near) != _undoubled(word):
            continue
        if near not in likely and near not in _empty() and (count := holds(near)) >= LEAST:
            likely[near] = (kind, -count, near)
    return next((near for near in sorted(likely, key=lambda near: likely[near]) if written(near)), "")


def _slips(word: str) -> Iterator[tuple[int, str]]:
    """All spellings one slip away that begin with the same letter, with the kind of slip, likeliest first."""
    parts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    yield from ((_TURNED, head + tail[1] + tail[0] + tail[2:]) for head, tail in parts if len(tail) > 1)
    yield from ((_MISSED, head + letter + tail) for head, tail in parts for letter in _LETTERS)
    yield from ((_MISSED, head + tail[1:]) for head, tail in parts if tail)
    yield from ((_OTHER, head + letter + tail[1:]) for head, tail in parts if tail for letter in _LETTERS)


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)
