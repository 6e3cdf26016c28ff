"""Entry: one recommendation of the library as the register lists it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.slices import Slice

Levels = dict[str, int | None]
"""Letter → 0 missing, 1 partial, 2 met, None where the wording gives no basis."""


@dataclass(frozen=True, slots=True)
class NamedOwner:
    """Who is to act: the document's words, where they stand, and the bodies they mean (see `bodies`)."""

    text: str
    source: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedDeadline:
    """By when: the document's words, the ISO date they come to, their type and where they stand."""

    text: str
    date: str | None
    type: str
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One recommendation, its document, and its assessment.

    `text` is `document.text[start:end]`. `kind` to `superseded_by` are the document's particulars as they are
    now. `criteria` are the levels on the text alone, `criteria_with_context` with headings and table read
    too. `codes` are those of its findings. `gone`: its day had passed when the document came out;
    `followed_up`: its row tells what became of it.
    """

    id: str
    document_id: str
    document: str
    path: str
    title: str
    kind: str
    subject: str | None
    organisation: str | None
    published: str | None
    superseded_by: str | None
    page_index: int | None
    page_label: str | None
    heading: str
    number: str
    text: str
    start: int
    end: int
    owner: NamedOwner | None
    deadline: NamedDeadline | None
    measure: str | None
    priority: str | None
    finding: str | None
    themes: tuple[str, ...]
    criteria: Levels
    criteria_with_context: Levels
    smart: bool
    smart_with_context: bool
    codes: tuple[str, ...]
    gone: bool = False
    followed_up: bool = False

    @property
    def piece(self) -> Slice:
        """Where it stands."""
        return Slice(self.document_id, self.start, self.end)

    @property
    def year(self) -> str:
        """The year of publication, "" where unknown."""
        return (self.published or "")[:4]

    @property
    def missing(self) -> tuple[str, ...]:
        """The letters that are 0 with context, and "owner" where nobody is named."""
        letters = [letter for letter, level in self.criteria_with_context.items() if level == 0]
        return (*letters, "owner") if self.owner is None else tuple(letters)
