"""Ledger: what a library says for and against one key question, where it is silent, and what to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.answer import Challenge, Citation, Gap
from assistant.statements.said import Basis

Verdict = Literal["evidenced", "partly", "contradicted", "not_evidenced", "cannot_judge"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of the documents, in their words, with its basis and the citations that carry it.

    Several citations are several sources of the same words (near-copies), which count once. `area` is whom it
    is said of, where that is another than the ledger's.
    """

    text: str
    basis: Basis
    citations: tuple[int, ...]
    area: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Counts behind a verdict: rows of cells under a header, each row with the citations it rests on."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    citations: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """One key question over one subject and period.

    `id` is the question's in its framework. `period` is an ISO interval "2023-07/2025-06" (latest 24 months
    present unless asked otherwise). `reason` says by which rule the verdict was reached. `for_` and `against`
    count; `earlier` holds what stands outside the period and `elsewhere` other areas' statements, neither of
    which count. Citation numbers are those of `citations`.
    """

    id: str
    question: str
    subject: str
    period: str
    verdict: Verdict
    reason: str
    for_: tuple[Claim, ...]
    against: tuple[Claim, ...]
    earlier: tuple[Claim, ...]
    elsewhere: tuple[Claim, ...]
    silent: tuple[Gap, ...]
    challenges: tuple[Challenge, ...]
    tables: tuple[Table, ...]
    citations: tuple[Citation, ...]
    as_of: str
    library_version: str
    weighed: int = 0
    """How many of the subject's documents fall in the period."""

    @property
    def statements(self) -> tuple[Claim, ...]:
        """All its statements in the order in which they are numbered, from 1."""
        return (*self.for_, *self.against, *self.earlier, *self.elsewhere)

    def number_of(self, claim: Claim) -> int:
        """The number by which a statement is known; the same words for and against have two."""
        return next(number for number, one in enumerate(self.statements, 1) if one is claim)
