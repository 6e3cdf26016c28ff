"""Material: everything a probe may use: the statements of a library by whose they are and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.areas.chosen_subject import Subject
from assistant.areas.whose import OWN
from assistant.key_questions.period import Period, dated
from assistant.later_copies import LaterCopies
from assistant.slices import Slice
from assistant.statements.said import Said
from ingest.library import Library
from ingest.near_copies import NearCopies
from ingest.records import DocumentRecord


@dataclass(frozen=True)
class Material:
    """The statements inside the period (`now`), before it (`earlier`), of other areas (`elsewhere`).

    What is later than the period is left out. `undated` documents cannot be placed and count for nothing.
    `belongs` says whose each document is: "subject", "other", "mixed" or "unknown"; those of `unknown` area
    count for none. `records` are those of all documents, by id. `copies` tells near-identical passages of
    several documents, `later` which are drafts of others.
    """

    library: Library
    subject: Subject
    period: Period
    as_of: str
    records: Mapping[str, DocumentRecord]
    belongs: Mapping[str, str]
    now: Sequence[Said]
    earlier: Sequence[Said]
    elsewhere: Sequence[Said]
    undated: Sequence[DocumentRecord]
    unknown: Sequence[DocumentRecord]
    copies: NearCopies
    later: LaterCopies

    @cached_property
    def by_document(self) -> dict[str, list[Said]]:
        """The subject's statements, those before the period too, by document."""
        found: dict[str, list[Said]] = {}
        for said in (*self.earlier, *self.now):
            found.setdefault(said.piece.document_id, []).append(said)
        return found

    @cached_property
    def documents_now(self) -> list[DocumentRecord]:
        """The subject's documents inside the period, by date and name, expectations (frameworks) included."""
        return [record for record in self._of(self.now) if self.is_subjects(record)]

    def source_of(self, piece: Slice) -> str:
        """The document a slice counts as: near-copies of a passage count as the one they come from."""
        return self.copies.origin(piece.document_id, piece.start, piece.end).document_id

    def words_of(self, piece: Slice) -> str:
        """The same for the same words, wherever they stand."""
        return self.copies.source_of(piece.document_id, piece.start, piece.end)

    @cached_property
    def own_documents(self) -> list[DocumentRecord]:
        """All documents of the subject, of whatever date."""
        return [record for id_, record in self.records.items() if self.belongs[id_] in OWN]

    def published_in(self, document_id: str) -> str:
        """Where the document's date falls: "in", "earlier", "later" or "undated"."""
        return (
            self.period.holds(dated(self.records[document_id])) if document_id in self.records else "undated"
        )

    def said_at(self, piece: Slice) -> Said | None:
        """The statement that holds a slice: the whole row of a cell, the sentence of a phrase."""
        for said in self.by_document.get(piece.document_id, ()):
            if said.piece.start <= piece.start and piece.end <= said.piece.end:
                return said
        return None

    def words(self, piece: Slice) -> str:
        """The words of a slice, from the stored text."""
        return self.library.text(piece.document_id)[piece.start : piece.end]

    def is_own(self, piece: Slice, text: str) -> bool:
        """Is it said of the subject, by whose document it is and what it names?"""
        if self.belongs[piece.document_id] not in OWN:
            return False
        named = self.subject.is_in(text)
        return named or (self.belongs[piece.document_id] == "subject" and not self.subject.other_in(text))

    def record(self, said: Said) -> DocumentRecord:
        """The document a statement stands in."""
        return self.records[said.piece.document_id]

    def _of(self, statements: Sequence[Said]) -> list[DocumentRecord]:
        found = {said.piece.document_id for said in statements}
        return [record for id_, record in self.records.items() if id_ in found]

    def is_subjects(self, record: DocumentRecord) -> bool:
        """Is it the subject's own document, or one about several areas that has a part on it?"""
        return self.belongs[record.id] in OWN
