"""Recommendation, Owner, Deadline: what is found in a document. Offsets are code points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ingest.recommendations.context import Context

Span = tuple[int, int]
"""Start and end of a slice of the recommendation's own text."""

Source = Literal["text", "heading", "lead_in", "table", "following", "addressee"]
"""Where an element stands: in the recommendation's own words, or in which part of its context."""

TimeType = Literal["date", "period", "immediate", "recurring", "soft"]
Origin = Literal["prose", "list", "table", "line"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is to act, in the document's words. `span` is None where the words stand outside the text."""

    text: str
    span: Span | None
    source: Source = "text"


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when, in the document's words.

    `date` is the ISO date it comes to, None where that cannot be worked out. `type` date, period and
    immediate are timescales; recurring and soft are not.
    """

    text: str
    date: str | None
    type: TimeType
    span: Span | None
    source: Source = "text"

    @property
    def firm(self) -> bool:
        """Whether another person could tell that it was missed."""
        return self.type in ("date", "period", "immediate")


def firmer(own: Deadline | None, around: Deadline | None) -> Deadline | None:
    """The sentence's deadline, unless there is none or only the context's is firm."""
    return around if around and (own is None or (around.firm and not own.firm)) else own


@dataclass(frozen=True, slots=True)
class Measure:
    """The words by which another person would know; `span` is None where they stand in a table's column."""

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A request to act. `text` is `document.text[start:end]`; `number` is as printed, without its dots.

    `owner` and `deadline` are from the text where it names them, else from the context. `finding` is the
    number of the paragraph that the document links it to.
    """

    id: str
    document_id: str
    number: str
    text: str
    start: int
    end: int
    origin: Origin
    owner: Owner | None = None
    deadline: Deadline | None = None
    measure: Measure | None = None
    priority: str | None = None
    finding: str | None = None
    context: Context = field(default_factory=Context)
