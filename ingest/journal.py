"""The scrutineer's own records beside the documents: judgements of evidence, and challenges to the board.

They hold places in documents, never a document's words, so that what is erased is not kept here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Decision = Literal["accepted", "rejected", "noted"]
"""Rejected evidence no longer counts; a note stands beside the evidence and changes nothing."""

EntryKind = Literal["response", "outcome", "impact", "reopened"]
"""What came of a challenge: an answer, what was decided, what changed for children, or that it reopened."""


@dataclass(frozen=True, slots=True)
class Source:
    """The words `start:end` (code points) of a document, which may no longer be in the library.

    `digest` is that of the words when they were judged; None where the document was erased since.
    """

    document_id: str
    start: int
    end: int
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the scrutineer makes of one piece of evidence, for one key question ("" for all of them).

    `words` is the reason or the note, `made` the ISO day, `judge` who judged. Several judgements of the
    same evidence are a history: the latest holds.
    """

    number: int
    question: str
    source: Source
    decision: Decision
    words: str
    judge: str
    made: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that came of a challenge, on an ISO day."""

    kind: EntryKind
    made: str
    words: str


@dataclass(frozen=True, slots=True)
class LoggedChallenge:
    """A challenge put to the board: what was asked of whom, when, on what evidence, and what came of it.

    `question` is the key question it belongs to ("" for none), `put` and `due` are ISO days, `entries` stand
    in the order they were made.
    """

    number: int
    question: str
    text: str
    owner: str
    put: str
    due: str | None
    judge: str
    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]
