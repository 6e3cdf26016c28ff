"""LibraryIntake: what comes into a library: documents, better readings of them, their vectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from ingest.catalogue import erase, read, replace, unrecognised, waiting, write
from ingest.disk import sources
from ingest.disk.derived_store import DerivedStore
from ingest.disk.steps import step
from ingest.disk.token_store import TokenStore
from ingest.document import Document
from ingest.library_editor import LibraryEditor
from ingest.ocr.models import available as ocr_there
from ingest.passage import Passage
from ingest.records import DocumentRecord, Status
from ingest.token_vectors import TokenVectors


class LibraryIntake(LibraryEditor):
    """Each of these commits by itself, all or nothing."""

    def add(
        self,
        document: Document,
        passages: Sequence[Passage],
        vectors: npt.NDArray[np.float32] | None,
        source_bytes: bytes,
        identity: str,
        *,
        wordings: Sequence[str] | None = None,
        tokens: Mapping[str, TokenVectors] | None = None,
        recommendations: int = 0,
        origin: str | None = None,
    ) -> Status:
        """Add a document with its passages and their vectors (n, d), all or nothing.

        Without vectors it is found by its words at once, and by meaning when `embed` has brought them.

        `identity` is that of the model that made the vectors; SettingsError if the library has another's.
        `wordings` are the exact strings embedded (default the passages' texts), see `embedded`. `tokens` are
        the token vectors that there are, by passage id; `recommendations` is how many it makes.
        `origin` is the path that versions of one file share (default `document.path`): another document
        there before is superseded.
        """
        with self.writing():
            if self.known(document.sha256) is not None:
                return self.seen_at(document.id, origin or document.path)
            sources.keep(self.folder, document.sha256, source_bytes)
            TokenStore(self.folder).keep(document.id, tokens or {})
            with self._changing() as connection:
                write.adopt_identity(connection, identity)
                erase.unrecord(connection, document.sha256)
                added = self._clock().isoformat(timespec="seconds")
                write.insert_document(connection, document, added, recommendations)
                unrecognised.note(
                    connection, document.id, waits=bool(document.unread_pages) and not ocr_there()
                )
                step("document inserted")
                embedded = wordings if wordings is not None else [passage.text for passage in passages]
                write.insert_passages(connection, document.id, passages, vectors, embedded)
                status = write.take_path(connection, origin or document.path, document.id)
                cut = [passage.id for passage in passages]
                told = (*write.told_of(document), cut, identity, status)
                write.count_change(connection, "add", *told)
                step("passages inserted")
            step("document committed")
            return status

    def entry(self, document_id: str) -> tuple[DocumentRecord, bool]:
        """A document as it is stored, and whether it was removed. For a run that changes the list each time:
        reading all of it again would take ever longer. NotFoundError.
        """
        with self.writing():  # so that a view, which may not see every document, is refused
            return read.entry(self._here(), document_id)

    def replace(self, document: Document, passages: Sequence[Passage], recommendations: int) -> None:
        """Put a better reading of the same file in the place of a stored one, all or nothing.

        What a person has corrected stays. Passages that are new wait for their vectors; slices of it that
        conversations remember are forgotten, since they may now hold other words.
        """
        with self.writing():
            self._forget_derived(document.id)
            with self._changing() as connection:
                write.forget_words(connection, document.id)
                before = replace.vectors(connection, document.id)
                write.put_contents(connection, document)
                replace.put_passages(connection, document.id, passages)
                replace.put_vectors(connection, document.id, before)
                write.index_words(connection, document.id)
                connection.execute("DELETE FROM turn_slices WHERE document_id = ?", (document.id,))
                counted = (recommendations, document.id)
                connection.execute("UPDATE documents SET recommendations = ? WHERE id = ?", counted)
                unrecognised.note(
                    connection, document.id, waits=bool(document.unread_pages) and not ocr_there()
                )
                write.count_change(connection, "replace", document.id, *write.told_of(document))
                self._index.drop(connection)
            self._forget_derived(document.id)

    def _forget_derived(self, document_id: str) -> None:
        """Take away what was worked out from an earlier reading."""
        others = {record.id for record in [*self._all_records(), *self.removed()]} - {document_id}
        TokenStore(self.folder).sweep(others)
        DerivedStore(self.folder).sweep(others)

    def embed(
        self,
        document_id: str,
        vectors: Mapping[str, npt.NDArray[np.float32]],
        wordings: Mapping[str, str],
        tokens: Mapping[str, TokenVectors],
    ) -> None:
        """Give a document that waits its vectors (d,), all or nothing; all three are by passage id."""
        with self.writing():
            TokenStore(self.folder).keep(document_id, tokens)
            with self._changing() as connection:
                waiting.settle(connection, document_id, dict(vectors), dict(wordings))
                step("vectors inserted")
            step("vectors committed")
