"""Later copies: where a draft and its final are in one library, what stands in both counts as the final's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.slices import Slice
from ingest.near_copies import NearCopies
from ingest.records import DocumentRecord


class LaterCopies:
    """Which documents stand wholly or mostly in a later one of their kind and area."""

    def __init__(self, near: NearCopies, records: Iterable[DocumentRecord]) -> None:
        self._near = near
        self._records = {record.id: record for record in records}
        self._later: dict[str, tuple[str, ...]] = {}

    def of(self, document_id: str) -> tuple[str, ...]:
        """The later copies of a document, by id; of two of one day the one whose name comes last."""
        if document_id not in self._later:
            copies = {*self._near.copy_of(document_id), *self._near.copies_of(document_id)}
            record = self._records[document_id]
            self._later[document_id] = tuple(
                id_
                for id_ in sorted(copies & self._records.keys())
                if _is_like(record, self._records[id_]) and _order(record) < _order(self._records[id_])
            )
        return self._later[document_id]

    def once(self, pieces: Sequence[Slice]) -> list[Slice]:
        """The slices without those whose words another of them has in a later copy of the document."""
        copied = {piece.document_id for piece in pieces if self.of(piece.document_id)}
        if not copied:
            return list(pieces)
        finals = {id_ for one in copied for id_ in self.of(one)}
        words = {
            piece: self._near.source_of(piece.document_id, piece.start, piece.end)
            for piece in pieces
            if piece.document_id in copied | finals
        }
        held = {(piece.document_id, said) for piece, said in words.items()}
        return [
            piece
            for piece in pieces
            if not any((id_, words[piece]) in held for id_ in self.of(piece.document_id))
        ]


def _is_like(one: DocumentRecord, other: DocumentRecord) -> bool:
    """Are they of one kind, and of one area as far as is known?"""
    return one.kind == other.kind and len({one.subject, other.subject} - {None}) < 2


def _order(record: DocumentRecord) -> tuple[str, str, str]:
    return record.published or "", record.source, record.id
