"""Fault and CheckReport: what a check of a library found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Repair = Literal[
    "define", "index", "words", "reindex", "sweep", "recompute", "original", "reseal", "read", "none"
]
"""What mends it: "define" makes a trigger, index or view of SQLite's anew; "index" builds the vector index
anew from the catalogue; "words" the full text; "reindex" SQLite's own indexes; "sweep" deletes files that
belong to nothing; "recompute" deletes derived files, which come back when they are wanted; "original" fetches
the original file again from where it was ingested; "reseal" notes a change that cannot be told from a wanted
one; "read" reads the document again from its stored original; "none": only a backup does."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: `part` of the library, `where` (file, document or table), `what` in words."""

    part: str
    where: str
    what: str
    repair: Repair = "none"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found. `notes` are things that are as they may be: unfinished work, passages not embedded yet.

    `deep` says whether every byte was read; `documents` and `passages` count what was looked at, `aside`
    those of the documents that are superseded or removed.
    """

    deep: bool
    documents: int
    passages: int
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]
    aside: int = 0
