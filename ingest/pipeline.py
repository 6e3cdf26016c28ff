"""Ingesting: files are found, read, cut into passages, embedded and added to the library, one by one."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from ingest.discover import Found, discover
from ingest.document import Document
from ingest.errors import ReadError
from ingest.library import Library
from ingest.passage import Passage
from ingest.recommendations.find import find_recommendations
from ingest.records import DocumentRecord
from ingest.report import IngestedDocument, IngestReport, IngestStatus, Progress
from ingest.token_vectors import TokenVectors
from ingest.unread import unread_note
from ingest.wording import embedded_text

__all__ = ["IngestReport", "IngestedDocument", "Progress", "ingest"]

LOG = logging.getLogger(__name__)

REMOVED = "was removed; bring it back with scrutiny remove --undo"

SLICE = 32
"""Passages embedded between two signs of progress."""

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """What the pipeline needs of an embedder."""

    @property
    def identity(self) -> str:
        """Names the model."""

    def embed(self, texts: Sequence[str]) -> tuple[Vectors, list[TokenVectors]]:
        """Vectors (n, d) of length 1, and each text's token vectors."""


Read = Callable[[Found], tuple[Document, list[Passage]]]
"""The step from a file to its document and passages; tests put another in its place."""


def ingest(
    paths: Sequence[Path],
    library: Library,
    embedder: Encoder,
    *,
    label: str = "standard",
    progress: Callable[[Progress], None] | None = None,
    read: Read | None = None,
) -> IngestReport:
    """Bring the library up to date with the files and folders named.

    A file that cannot be read is reported and the others go on. Each document is committed by itself, so a
    run that is interrupted is resumed by running it again. NotFoundError before anything is done where a
    path does not exist; LibraryBusyError; SettingsError where the library has another model's vectors.
    """
    began = time.monotonic()
    found = discover(paths)
    run = Run(
        library, embedder, label, read or read_and_segment, progress or (lambda _: None), len(found.files)
    )
    with library.writing():
        library.check_identity(embedder.identity)
        documents = tuple(run.take(file) for file in found.files)
        library.refresh_index()
    return IngestReport(documents, time.monotonic() - began, found.skipped)


def read_and_segment(file: Found) -> tuple[Document, list[Passage]]:
    """Read a file and cut it into passages that fit the embedding model."""
    from ingest.read import read
    from ingest.segment import segment
    from ingest.tokens import count_tokens

    document = read(file.path, shown_as=file.shown_as)
    return document, list(segment(document, count_tokens))


class Run:
    """One ingest run: takes the files one after the other."""

    def __init__(
        self,
        library: Library,
        embedder: Encoder,
        label: str,
        read: Read,
        progress: Callable[[Progress], None],
        total: int,
    ) -> None:
        self._library = library
        self._embedder = embedder
        self._label = label
        self._read = read
        self._progress = progress
        self._total = total
        self._done = 0

    def take(self, file: Found) -> IngestedDocument:
        """Add one file, or say why it could not be."""
        self._tell(file, 0)
        try:
            data = file.path.read_bytes()
            sha256 = hashlib.sha256(data).hexdigest()
            known = self._library.known(sha256)
            outcome = self._seen_again(file, known) if known else self._add(file, data, sha256)
        except (ReadError, OSError) as error:
            outcome = _failed(file, str(error))
        self._done += 1
        if self._done == self._total:
            self._tell(file, outcome.pages)
        return outcome

    def _seen_again(self, file: Found, document_id: str) -> IngestedDocument:
        """Nothing is read or embedded: at most an older version has become the current one again."""
        removed = {record.id: record for record in self._library.removed()}
        if document_id in removed:
            return _taken(file, "unchanged", removed[document_id], REMOVED)
        status = self._library.seen_at(document_id, origin_of(file))
        record = self._library.record(document_id)
        kept = record.label != self._label
        reason = f"kept its label “{record.label}”; change it by editing the document" if kept else ""
        return _taken(file, status, record, reason)

    def _add(self, file: Found, data: bytes, sha256: str) -> IngestedDocument:
        document, passages = self._read_safely(file)
        if document.sha256 != sha256:
            return _failed(file, "The file changed while it was being read. Ingest it again.")
        document = replace(document, label=self._label)
        wordings = [embedded_text(document.title, passage) for passage in passages]
        vectors, tokens = self._embed(
            wordings, lambda count: self._tell(file, len(document.pages), len(passages), count)
        )
        status = self._library.add(
            document,
            passages,
            vectors,
            data,
            self._embedder.identity,
            wordings=wordings,
            tokens={
                passage.id: tokens[wording]
                for passage, wording in zip(passages, wordings, strict=True)
                if wording in tokens
            },
            recommendations=len(find_recommendations(document)),
            origin=origin_of(file),
        )
        return _taken(file, status, self._library.record(document.id), unread_note(document))

    def _embed(
        self, wordings: Sequence[str], tell: Callable[[int], None]
    ) -> tuple[Vectors, dict[str, TokenVectors]]:
        """Vectors of the strings, some at a time; what the library has embedded before is taken from it.

        Token vectors come by string, for the strings that were embedded now.
        """
        vectors, tokens = self._library.embedded(wordings), dict[str, TokenVectors]()
        new = [wording for wording in dict.fromkeys(wordings) if wording not in vectors]
        tell(len(wordings) - len(new))
        for start in range(0, len(new), SLICE):
            part = new[start : start + SLICE]
            whole, pieces = self._embedder.embed(part)
            vectors.update(zip(part, whole, strict=True))
            tokens.update(zip(part, pieces, strict=True))
            tell(len(wordings) - len(new) + start + len(part))
        if not wordings:
            return self._embedder.embed([])[0], tokens
        return np.stack([vectors[wording] for wording in wordings]), tokens

    def _read_safely(self, file: Found) -> tuple[Document, list[Passage]]:
        """A reader's own faults, and those of the libraries below it, fail one file and not the run."""
        try:
            return self._read(file)
        except (ReadError, OSError):
            raise
        except Exception as error:
            LOG.info("Reading %s failed", file.path, exc_info=True)
            raise ReadError(f"The file could not be read ({type(error).__name__}: {error}).") from error

    def _tell(self, file: Found, pages: int, passages: int = 0, embedded: int = 0) -> None:
        self._progress(Progress(self._done, self._total, file.shown_as, pages, passages, embedded))


def origin_of(file: Found) -> str:
    """The path that versions of a file share: the whole one, since two folders may hold the same names."""
    return str(file.path.resolve())


def _taken(file: Found, status: IngestStatus, record: DocumentRecord, reason: str) -> IngestedDocument:
    return IngestedDocument(
        path=file.shown_as,
        id=record.id,
        status=status,
        kind=record.kind,
        pages=record.pages,
        passages=record.passages,
        recommendations=record.recommendations,
        unread_pages=record.unread_pages,
        reason=reason,
    )


def _failed(file: Found, reason: str) -> IngestedDocument:
    return IngestedDocument(file.shown_as, None, "failed", None, 0, 0, 0, (), reason)
