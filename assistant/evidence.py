"""Evidence: one sentence of a passage that bears on the question, with what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.initials import in_full
from assistant.retrieval.found import Found
from ingest.pair_scorer import State

FIRST = 2
"""So many sentences, the best ones, are sure to be looked at by whoever reads an answer."""


@dataclass(frozen=True)
class Evidence:
    """The slice `start:end` of the passage's document. `score` orders evidence within one question.

    `closeness` is how well the slice meets the question's words (0 to 1), `missing` the names and years of
    the question that neither it nor what stands round it holds. `own_closeness` is the closeness of its own
    words, without title and headings, to the question's words without its names and years. `published` is
    the ISO date of its document. `cross` is what the model that reads it with the question makes of it, where
    it was read, and `state` what it holds about the two (`PairReading`); `beside` whether it gives the kind
    of thing asked for beside what that is asked of (a count beside what is counted). `people` are the
    initials in it with the names that its paper's list of those present gives, where somebody is asked for.
    """

    found: Found
    start: int
    end: int
    score: float
    closeness: float
    missing: tuple[str, ...] = ()
    own_closeness: float = 0.0
    published: str | None = None
    cross: float | None = None
    beside: bool = False
    state: State | None = field(default=None, compare=False, repr=False)
    people: tuple[tuple[str, str], ...] = ()

    @property
    def quote(self) -> str:
        """The words themselves."""
        passage = self.found.passage
        return passage.text[self.start - passage.start : self.end - passage.start]

    @property
    def named(self) -> str:
        """The words with the names of people in the place of their initials."""
        return in_full(self.quote, dict(self.people))
