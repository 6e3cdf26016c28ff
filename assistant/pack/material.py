"""PackMaterial: all that one library gives for a pack, before it is put into blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.actions.action import ActionRegister
    from assistant.journal.log import ChallengeLog, EvidenceLog
    from assistant.key_questions.ledger import Ledger
    from ingest.records import DocumentRecord


@dataclass(frozen=True, slots=True)
class Reading:
    """How the pages of one document were read: labels of those unread, and of those read by recognition."""

    document: DocumentRecord
    unread: tuple[str, ...]
    recognised: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackMaterial:
    """What goes into a pack. `actions` is None where they were not followed."""

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
