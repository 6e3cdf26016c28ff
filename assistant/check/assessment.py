"""Criterion, SmartFinding, SmartAssessment: what the check says about one recommendation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ingest.recommendations.recommendation import Deadline, Measure, Owner, Span, firmer

if TYPE_CHECKING:
    from assistant.check.earlier import Earlier

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""Worst first."""

LETTERS = ("specific", "measurable", "achievable", "relevant", "time_bound")
NEEDED = ("specific", "measurable", "time_bound")
"""The letters without one of which, met in full, nothing is SMART."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One letter: `level` 0 missing, 1 partial, 2 met, None where the wording gives no basis.

    `span` is the slice of the text that carries it, None where nothing does or where it
    stands in the context.
    """

    level: int | None
    span: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class SmartFinding:
    """One thing to ask the authors for. `start`, `end` are into the recommendation's text.

    `earlier` is the request of a library's paper that it tells of, if it tells of one.
    """

    code: str
    severity: Severity
    message: str
    start: int
    end: int
    suggestion: str = ""
    earlier: Earlier | None = None

    def known_by(self, text: str) -> str:
        """The words that tell it from other findings of its code, on a recommendation of this `text`."""
        return f"{text}\n{self.earlier.citation.quote}" if self.earlier else text


@dataclass(frozen=True, slots=True)
class SmartAssessment:
    """The check of one recommendation, on its own words and with its context.

    `smart` asks for specific, measurable and time-bound to be met; the owner is reported apart, because few
    reports write it in the sentence. `is_recommendation` says whether the words alone read as a request.
    """

    text: str
    is_recommendation: bool
    criteria: dict[str, Criterion]
    criteria_with_context: dict[str, Criterion]
    owner: Owner | None
    context_owner: Owner | None
    deadline: Deadline | None
    context_deadline: Deadline | None
    measure: Measure | None
    smart: bool
    smart_with_context: bool
    findings: tuple[SmartFinding, ...] = ()

    @property
    def who(self) -> Owner | None:
        """The owner from the sentence, else from its context."""
        return self.owner or self.context_owner

    @property
    def due(self) -> Deadline | None:
        """The deadline from the sentence, unless only the context's is firm."""
        return firmer(self.deadline, self.context_deadline)


def is_smart(criteria: dict[str, Criterion]) -> bool:
    """Whether specific, measurable and time-bound are all met."""
    return all(criteria[letter].level == 2 for letter in NEEDED)
