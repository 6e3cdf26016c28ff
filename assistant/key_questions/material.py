"""Material: everything a probe may use: the statements of a library by whose they are and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.key_questions.framework import Framework
from assistant.key_questions.period import Period
from assistant.key_questions.said import Said
from assistant.key_questions.subject import Subject
from ingest.records import DocumentRecord

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.slices import Slice
    from ingest.library import Library


@dataclass(frozen=True)
class Material:
    """The statements inside the period (`now`), before it (`earlier`), of other areas (`elsewhere`).

    What is later than the period is left out. `undated` documents cannot be placed and count for nothing.
    `records` are those of all documents that were read, by id. `source_of` gives near-copies one id.
    """

    library: Library
    framework: Framework
    subject: Subject
    period: Period
    as_of: str
    records: Mapping[str, DocumentRecord]
    now: Sequence[Said]
    earlier: Sequence[Said]
    elsewhere: Sequence[Said]
    undated: Sequence[DocumentRecord]
    source_of: Callable[[Slice], str]

    @cached_property
    def documents_now(self) -> list[DocumentRecord]:
        """The subject's documents inside the period, by date and name, expectations (frameworks) included."""
        return self._of(self.now)

    @cached_property
    def documents_elsewhere(self) -> list[DocumentRecord]:
        """Documents that hold other areas' statements."""
        return self._of(self.elsewhere)

    def record(self, said: Said) -> DocumentRecord:
        """The document a statement stands in."""
        return self.records[said.piece.document_id]

    def _of(self, statements: Sequence[Said]) -> list[DocumentRecord]:
        found = {said.piece.document_id for said in statements}
        return [record for id_, record in self.records.items() if id_ in found]
