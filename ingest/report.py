"""IngestReport, IngestedDocument and Progress: what an ingest run says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.records import DocumentRecord

Phase = Literal["reading", "embedding", "ledgers"]
IngestStatus = Literal["added", "updated", "unchanged", "failed"]


@dataclass(frozen=True)
class IngestedDocument:
    """What became of one file. `pages`, `passages` and `recommendations` are counts.

    `unread_pages` are 0-based indexes. `reason` says why it failed, or what else a user should know of it;
    "" where there is nothing to say; `next_step` what to do about it. `id` and `kind` are None where it
    failed.
    """

    path: str
    id: str | None
    status: IngestStatus
    kind: str | None
    pages: int
    passages: int
    recommendations: int
    unread_pages: tuple[int, ...]
    reason: str
    next_step: str = ""


@dataclass(frozen=True)
class IngestReport:
    """What became of every file, in the order they were taken.

    `skipped` are the paths of files in the folders that do not look like documents, and of folders that are
    links to elsewhere, which end in a slash.
    """

    documents: tuple[IngestedDocument, ...]
    seconds: float
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far a run is: `done` of `total` files, `current` (as shown) being worked on.

    First every file is read, and found by its words from then on; then the passages that have no vectors get
    them (`phase`). `pages` have been read by the run so far. While embedding, `embedded` of `passages` have
    their vectors, `done` and `total` count the documents that waited. Last what ledgers are made of is read
    of each document that it was not read of yet. `seconds` have passed in this phase,
    about `left` are to come (None where that cannot be told yet).
    """

    done: int
    total: int
    current: str
    pages: int
    passages: int = 0
    embedded: int = 0
    phase: Phase = "reading"
    seconds: float = 0.0
    left: float | None = None

    @property
    def rate(self) -> float:
        """Pages read, passages embedded, or documents read for ledgers, a second."""
        made = {"reading": self.pages, "embedding": self.embedded, "ledgers": self.done}[self.phase]
        return made / self.seconds if self.seconds > 0 else 0.0


def of_record(path: str, status: IngestStatus, record: DocumentRecord, reason: str) -> IngestedDocument:
    """What became of a file that is in the library, by its record there."""
    return IngestedDocument(
        path=path,
        id=record.id,
        status=status,
        kind=record.kind,
        pages=record.pages,
        passages=record.passages,
        recommendations=record.recommendations,
        unread_pages=record.unread_pages,
        reason=reason,
    )


def failed(path: str, reason: str, next_step: str) -> IngestedDocument:
    """What became of a file that could not be read."""
    return IngestedDocument(path, None, "failed", None, 0, 0, 0, (), reason, next_step)
