"""Request: how a sentence asks for something, and of whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.recommendations.recommendation import Span

Form = Literal[
    "imperative", "modal", "infinitive", "recommends", "subjunctive", "required", "noun_phrase", "none"
]
"""Imperative "Ensure that…"; modal "The board should…"; infinitive "X to report…"; recommends "We recommend
that…"; subjunctive "That X be simplified"; required "Urgent action is required to…"; noun_phrase "The
capacity of…", a point of what needs to improve."""


@dataclass(frozen=True, slots=True)
class Request:
    """The grammar of one request. All spans are slices of the text it was parsed from.

    `subject` is what stands before the modal or the infinitive. `verb` is the first verb asked for, in lower
    case ("" for a noun phrase); `verb_start` is where it stands. `passive` is "should be reviewed".
    """

    form: Form
    start: int = 0
    subject: Span | None = None
    verb: str = ""
    verb_start: int = 0
    passive: bool = False
    modal: str = ""


NO_REQUEST = Request("none")
