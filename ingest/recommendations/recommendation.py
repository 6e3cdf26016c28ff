"""Recommendation, Owner, Deadline: what is found in a document, and its id. Offsets are code points."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Literal

from ingest.recommendations.context import Context

Span = tuple[int, int]
"""Start and end of a slice of the recommendation's own text."""

Source = Literal["text", "heading", "lead_in", "table", "following", "addressee"]
"""Where an element stands: in the recommendation's own words, or in which part of its context."""

TimeType = Literal["date", "period", "immediate", "recurring", "soft"]
Origin = Literal["prose", "list", "table", "line"]

_PARAGRAPH = re.compile(r"\((?:[^()]*?\b)?(?:paragraphs?|paras?)\.?\s*(?P<number>\d+)", re.IGNORECASE)


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
    """The sentence's deadline, unless there is none or only the context's is firm. A table's column of due
    dates gives it before the sentence, where "within three days" is how fast the work is to be.
    """
    if around is None or own is None:
        return own or around
    return around if around.firm and (not own.firm or around.source == "table") else own


def had_passed(deadline: Deadline | None, context: Context) -> bool:
    """Whether the day had gone when the document came out, so that nobody can meet it. A file's age is no
    publication, and a plan that tells what became of its actions rightly holds days that have gone.
    """
    published = None if context.undated or context.followed_up else context.published
    if not (deadline and deadline.date and published and deadline.type == "date"):
        return False
    return deadline.date[: len(published)] < published


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


def identity(document_id: str, text: str) -> str:
    """Twelve hex digits that stay the same while document and words do."""
    return hashlib.sha256(f"{document_id}\n{' '.join(text.split())}".encode()).hexdigest()[:12]


def finding_number(text: str) -> str | None:
    """The number of the paragraph referred to: "(paragraph 121)"; None without such a reference."""
    match = _PARAGRAPH.search(text)
    return match["number"] if match else None
