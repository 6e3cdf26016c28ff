"""DocumentRecord, Hit and Status: what a library says about its documents and about a search."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Status = Literal["added", "updated", "unchanged"]
"""What adding a document did: new; a new version of a known path; or the same bytes again."""


@dataclass(frozen=True)
class DocumentRecord:
    """One line of the library's list: a document without its text.

    `pages`, `passages` and `recommendations` are counts. `unread_pages` are 0-based page indexes.
    `superseded_by` is the id of the newer version. `added` is an ISO 8601 time in UTC.
    """

    id: str
    title: str
    kind: str
    organisation: str | None
    subject: str | None
    published: str | None
    period: str | None
    label: str
    source: str
    path: str
    sha256: str
    pages: int
    passages: int
    recommendations: int
    unread_pages: tuple[int, ...]
    superseded_by: str | None
    added: str

    @cached_property
    def called(self) -> str:
        """Title, subject and organisation in small letters: every question that names one looks here."""
        return " ".join(filter(None, (self.subject, self.organisation, self.title))).casefold()

    @cached_property
    def dated(self) -> str:
        """Where the years stand that the document is of or covers."""
        return f"{self.published or ''} {self.period or ''} {self.title}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found by a search; a higher score is better, and scores of two searches do not compare."""

    passage_id: str
    score: float
