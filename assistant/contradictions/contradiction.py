"""Contradiction: two statements about the same thing that cannot both hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.answer import Citation, by_number
from assistant.in_words import filled
from prompts import load_data

Disagreement = Literal["figure", "status", "judgement", "owner", "date"]
"""10 % against 38 %; "on track" against "not started"; "every team" against "9 of 31 teams"; one person
against another for the same action; one day against another for the same event."""

MOST_ALIKE = 40
"""So many statements of one area in the same words are compared, the newest: each is compared with each."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Both sides by citation number (earlier first), what they are about, and how they disagree.

    `also` are further places that say what the second does.
    """

    about: str
    kind: Disagreement
    first: int
    second: int
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ContradictionList:
    """The contradictions of a library as known on `as_of` (ISO date), with the citations of both sides.

    `uncompared`: so many older statements, in words in which many papers say it, were not compared.
    """

    as_of: str
    library_version: str
    contradictions: tuple[Contradiction, ...]
    citations: tuple[Citation, ...]
    uncompared: int = 0

    @property
    def sided(self) -> list[tuple[Contradiction, Citation, Citation]]:
        """Each contradiction with the citations of its two sides."""
        cited = by_number(self.citations)
        return [(one, cited[one.first], cited[one.second]) for one in self.contradictions]


def not_compared(listed: ContradictionList) -> str:
    """What is said where statements were left out; "" where none was."""
    words = load_data("vocabulary/registers.yaml")["answer"]["contradictions"]["uncompared"]
    return filled(words, most=MOST_ALIKE, count=listed.uncompared) if listed.uncompared else ""


def none_found() -> str:
    """What is said where none was found: it does not show that papers agree, since little is compared."""
    return filled(load_data("vocabulary/registers.yaml")["answer"]["contradictions"]["none"], limits="")
