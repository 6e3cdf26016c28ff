"""Case and Offence: what a rule looks at, and what it returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.check.assessment import Criterion
from assistant.check.reading import Reading
from ingest.phrases import worded
from ingest.recommendations.recommendation import Deadline, Owner, Span, firmer
from ingest.recommendations.words import pattern

_formal_step = worded("smart/relevant.yaml", r"\b{formal_steps}")


@dataclass(frozen=True, slots=True)
class Case:
    """One recommendation with its levels; `with_context` counts what stands around it."""

    reading: Reading
    criteria: dict[str, Criterion]
    with_context: dict[str, Criterion]

    @property
    def owner(self) -> Owner | None:
        """From the sentence, else from its context."""
        return self.reading.owner or self.reading.context_owner

    @property
    def formal_step(self) -> bool:
        """Whether a step of procedure is asked for, such as sending a statement: its purpose is plain."""
        return _formal_step().search(self.reading.body) is not None

    @property
    def mentions_children(self) -> bool:
        """Whether the words name anyone who should be better off; the names of bodies do not."""
        around = f"{self.reading.text} {self.reading.context.lead_in} {self.reading.context.measure}"
        named = pattern("strength", "names_only").sub(" ", around)
        return pattern("strength", "children").search(named) is not None

    @property
    def deadline(self) -> Deadline | None:
        """The firmer of the sentence's and the context's."""
        return firmer(self.reading.deadline, self.reading.context_deadline)


@dataclass(frozen=True, slots=True)
class Offence:
    """Where a rule is offended against (None: by the whole), and the words for its message."""

    span: Span | None = None
    words: dict[str, str] = field(default_factory=dict)


Rule = Callable[[Case], Offence | None]


def quoting(case: Case, span: Span) -> Offence:
    """An offence by a few words, which the message quotes."""
    return Offence(span, {"word": case.reading.text[span[0] : span[1]]})
