"""Evidence: one sentence of a passage that bears on the question, with what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.found import Found


@dataclass(frozen=True)
class Evidence:
    """The slice `start:end` of the passage's document. `score` orders evidence within one question.

    `closeness` is how well the slice meets the question's words (0 to 1), `weakest` how well it meets the
    two telling words that it meets least, `coverage` the share of the question's words that it holds.
    """

    found: Found
    start: int
    end: int
    score: float
    closeness: float
    weakest: float
    coverage: float
    holds_wanted: bool

    @property
    def quote(self) -> str:
        """The words themselves."""
        passage = self.found.passage
        return passage.text[self.start - passage.start : self.end - passage.start]
