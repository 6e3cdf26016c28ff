"""IngestReport, IngestedDocument and Progress: what an ingest run says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

IngestStatus = Literal["added", "updated", "unchanged", "failed"]


@dataclass(frozen=True)
class IngestedDocument:
    """What became of one file. `pages`, `passages` and `recommendations` are counts.

    `unread_pages` are 0-based indexes. `reason` says why it failed, or what else a user should know of it;
    "" where there is nothing to say. `id` and `kind` are None where it failed.
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


@dataclass(frozen=True)
class IngestReport:
    """What became of every file, in the order they were taken.

    `skipped` are the paths of files in the folders that do not look like documents.
    """

    documents: tuple[IngestedDocument, ...]
    seconds: float
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far a run is: `done` of `total` files, `current` (as shown) being worked on.

    `pages` counts the pages of `current` once it has been read, 0 before; so does `passages`, of which
    `embedded` have their vectors.
    """

    done: int
    total: int
    current: str
    pages: int
    passages: int = 0
    embedded: int = 0
