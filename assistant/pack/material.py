"""PackMaterial: all that one library gives for a pack, before it is put into blocks."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.actions.action import ActionRegister
from assistant.answer import Citation
from assistant.contradictions.contradiction import ContradictionList
from assistant.journal.log import ChallengeLog, EvidenceLog
from assistant.key_questions.ledger import Ledger
from assistant.register.entry import Entry
from ingest.records import DocumentRecord


@dataclass(frozen=True, slots=True)
class Reading:
    """How the pages of one document were read: labels of those unread, and of those read by recognition."""

    document: DocumentRecord
    unread: tuple[str, ...]
    recognised: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation with its assessment, and the number of its citation."""

    entry: Entry
    citation: int


@dataclass(frozen=True, slots=True)
class PackMaterial:
    """What goes into a pack. `actions` is None where they were not followed, `disagreements`
    where none were looked for.

    `recommended` are the recommendations of the period, by document and place; `others` the documents of
    other areas, by id.
    """

    framework: str
    subject: str
    period: str
    as_of: str
    library_version: str
    marking: str
    ledgers: tuple[Ledger, ...]
    challenges: ChallengeLog
    judgements: EvidenceLog
    documents: tuple[DocumentRecord, ...]
    readings: tuple[Reading, ...]
    actions: ActionRegister | None = None
    disagreements: ContradictionList | None = None
    recommended: tuple[Recommended, ...] = ()
    recommended_citations: tuple[Citation, ...] = ()
    others: frozenset[str] = frozenset()
