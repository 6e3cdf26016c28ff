"""Recommended: a document's recommendations, and what each lacks of owner, date and measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.register.entry import Entry
from assistant.slices import Slice
from assistant.statements.concepts import lists_of
from assistant.statements.lexicon import BASIS
from ingest.library import Library
from ingest.records import DocumentRecord

DATE, DATE_TO_COME = "date", "date to come"
"""What is lacking where no day is named, and where the one named had gone when the document came out."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One recommendation: its words, where they stand, the elements that neither it nor its context has."""

    text: str
    piece: Slice
    lacks: tuple[str, ...]

    def has(self, element: str) -> bool:
        """Whether it has an owner, a date (one that was still to come) or a measure."""
        return element not in self.lacks and not (element == DATE and DATE_TO_COME in self.lacks)


def asked_in(library: Library, record: DocumentRecord) -> list[Asked]:
    """The document's recommendations, in order."""
    from assistant.register.collect import recommendations_of

    return [
        Asked(entry.text, entry.piece, tuple(_lacking(entry)))
        for entry in recommendations_of(library, record)
        if not is_formality(entry.text)
    ]


def _lacking(entry: Entry) -> Iterator[str]:
    if entry.owner is None:
        yield "owner"
    if entry.criteria_with_context["time_bound"] != 2:
        yield DATE_TO_COME if entry.gone else DATE
    if not entry.measure and entry.criteria_with_context["measurable"] != 2:
        yield "measure"


def is_formality(text: str) -> bool:
    """Is it how an inspection ends (a statement of action is asked for), and no improvement to be made?"""
    return bool(lists_of(BASIS, "formalities").names(text))
