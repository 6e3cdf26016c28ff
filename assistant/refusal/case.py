"""Case: a question with what was found for it, which every rule of refusal is asked about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.evidence import Evidence
from assistant.question import Question
from assistant.refusal.signals import Signals, measure
from assistant.retrieval.found import Found
from assistant.words import words_in

CLOSEST = 8
"""So many of the best sentences are asked whether they are like the question at all."""


@dataclass(frozen=True)
class Case:
    """The passages found and the sentences of them, both best first, the sentences not none.

    `in_library` tells whether a word stands in the library at all.
    """

    question: Question
    found: Sequence[Found]
    evidence: Sequence[Evidence]
    in_library: Callable[[str], bool]

    @cached_property
    def signals(self) -> Signals:
        """What speaks for and against an answer."""
        return measure(self.question, self.found, self.evidence, self.in_library)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The names and years that are missing, a month asked for as a whole; none where a sentence has
        them all: the documents do.
        """
        if any(not item.missing for item in self.evidence):
            return ()
        return tuple(dict.fromkeys(map(self._in_full, self.evidence[0].missing)))

    def _in_full(self, name: str) -> str:
        """The month "September 2026" for its year or its name alone."""
        months = (period for period in self.question.periods if period[0].isalpha())
        return next((month for month in months if name in month.split()), name)

    def knows(self, term: str) -> bool:
        """Does the library hold the term, or all the words of another name of it?"""
        names = (term, *self.question.others.get(term, ()))
        return any(all(map(self.in_library, words_in(name))) for name in names)

    @property
    def closest(self) -> Sequence[Evidence]:
        """The best sentences."""
        return self.evidence[:CLOSEST]
