"""Kind: which of the thirteen kinds a document is, by weighted phrases."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property
from typing import cast

from ingest.document import KINDS, Kind
from ingest.phrases import any_listed
from ingest.recognition.evidence import Evidence, normal
from prompts.load import load_data

_LEAST = 2.0
"""A kind with less weight than this is not shown well enough: "other"."""

_BELOW, _PLAIN = 4, 8.0
"""Of the first so many lines the one that opens with a phrase of such a weight says what the paper is:
"Minutes of the meeting held on 14 October 2025".
"""

_FIRST_PAGE_SHARE = 0.1
_MOST_TIMES = 3
_SHORT = 12
"""A line of so many words counts like a heading."""
_GREETING = re.compile(r"dear\s", re.IGNORECASE)
_ADDRESSED = re.compile(r"(?:from|to|sent|cc):\s", re.IGNORECASE)
_MINUTES = re.compile(r"(?:draft )?(?:minutes|notes) of (?:[\w’'-]+ ){0,5}meeting\b", re.IGNORECASE)


class Cue:
    """A phrase as whole words; a space in it also matches a hyphen."""

    def __init__(self, phrase: str) -> None:
        words = normal(phrase).split(" ")
        self._longest = max(words, key=len)
        self._pattern = rf"(?<![\w-]){'[ -]'.join(map(re.escape, words))}(?!\w)"

    def count(self, text: str) -> int:
        """How often it stands in a text."""
        return len(self._compiled.findall(text)) if self._longest in text else 0

    def opens(self, text: str) -> bool:
        """Does a text begin with it?"""
        return self._longest in text and self._compiled.match(text) is not None

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        """Made when first needed: most phrases stand in few texts."""
        return re.compile(self._pattern)


def kind_of(evidence: Evidence, title: str) -> Kind:
    """The kind with the most weight in title, file name, first lines and headings, and first page.

    An e-mail is one, whatever paper its subject or an attachment names, but for minutes that it gives in its
    own words; a letter is what its words show it to be, such as an inspection's, and else a letter.
    """
    if sum(bool(_ADDRESSED.match(one.text)) for one in evidence.opening[:6]) >= 2:
        parts = (_MINUTES, any_listed("actions/people.yaml", "present"))
        minuted = all(any(part.match(one.text) for one in evidence.opening) for part in parts)
        return "minutes" if minuted else "correspondence"
    name = re.sub(r"[-_.]+", " ", normal(evidence.stem))
    lines = evidence.opening[:12]
    short = [one for one in lines if one.heading or len(one.text.split()) <= _SHORT]
    first = [normal(one.text) for one in lines[:_BELOW] if one.text != title and not one.cells]
    headings = "\n".join(normal(one.text) for one in short)
    places = (
        (normal(title), 1.0, 1),
        (_saying(first), 1.0, 1),
        (name, 0.5, 1),
        (headings, 0.5, 1),
        (normal(evidence.first_page), _FIRST_PAGE_SHARE, _MOST_TIMES),
    )
    votes: dict[Kind, float] = defaultdict(float)
    for text, share, times in places:
        for kind, weight in _weights(text, times).items():
            votes[kind] += share * weight
    best = max(KINDS, key=lambda kind: votes[kind])
    if votes[best] >= _LEAST:
        return best
    letter = any(_GREETING.match(one.text) for one in evidence.opening[:20])
    return "correspondence" if letter else "other"


def _saying(lines: list[str]) -> str:
    """The line that says what the paper is, "" where none does."""
    plain = [cue for cues in _cues().values() for cue, weight in cues if weight >= _PLAIN]
    return next((line for line in lines if any(cue.opens(line) for cue in plain)), "")


def _weights(text: str, times: int) -> dict[Kind, float]:
    """The weight of each kind in a text: its heaviest phrase counts in full, the others by a fifth."""
    found: dict[Kind, float] = {}
    for kind, cues in _cues().items():
        weights = sorted((weight * min(cue.count(text), times) for cue, weight in cues), reverse=True)
        found[kind] = weights[0] + sum(weights[1:]) / 5 if weights else 0.0
    return found


@cache
def _cues() -> dict[Kind, list[tuple[Cue, float]]]:
    """The vocabulary with its weights."""
    cues: dict[Kind, list[tuple[Cue, float]]] = {}
    for kind, phrases in load_data("vocabulary/kinds.yaml").items():
        if kind not in KINDS:
            raise ValueError(f"vocabulary/kinds.yaml: {kind!r} is not a kind of document")
        cues[cast(Kind, kind)] = [(Cue(phrase), float(weight)) for phrase, weight in phrases.items()]
    return cues
