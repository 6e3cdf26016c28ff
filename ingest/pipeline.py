"""Ingesting: files are found, read and added to the library; then their passages get their vectors.

A document is found by its words as soon as it has been read. Each commits by itself, first whole for words,
then whole for vectors: a run that is interrupted is resumed by running it again.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from ingest.clean import clean
from ingest.discover import Found, discover
from ingest.disk.failures import Failures
from ingest.document import Document
from ingest.embed_waiting import Encoder, embed_waiting
from ingest.errors import ReadError
from ingest.library import Library
from ingest.ocr.models import available
from ingest.passage import Passage
from ingest.processors import processors
from ingest.reading.limits import Limits
from ingest.reading.parcel import Parcel
from ingest.reading.pool import STOCK, Outcome, read_ahead
from ingest.recommendations.find import find_recommendations
from ingest.report import IngestedDocument, IngestReport, Progress, failed, of_record
from ingest.unread import unread_note
from ingest.watch import Watch

__all__ = ["IngestReport", "IngestedDocument", "Progress", "ingest"]

LOG = logging.getLogger(__name__)

REMOVED = "was removed; bring it back with scrutiny remove --undo"
FAILED_BEFORE = "It could not be read before, and was not tried again"
RETRY = "Then run again with --retry-failed."

Read = Callable[[Found], tuple[Document, list[Passage]]]
"""The step from a file to its document and passages, where it is done in this process."""


def ingest(
    paths: Sequence[Path],
    library: Library,
    embedder: Encoder,
    *,
    label: str = "standard",
    progress: Callable[[Progress], None] | None = None,
    read: Read | None = None,
    limits: Limits = Limits(),  # noqa: B008 - it is frozen
    retry_failed: bool = False,
) -> IngestReport:
    """Bring the library up to date with the files and folders named.

    A file that cannot be read, or that brings its reader down or beyond its limits, is reported and the
    others go on; the same bytes are tried again only with `retry_failed`. `read` reads in this process
    instead of others. NotFoundError before anything is done where a path does not exist; LibraryBusyError;
    SettingsError where the library has another model's vectors.
    """
    began = time.monotonic()
    found = discover(paths, library.folder)
    tell = progress or (lambda _: None)
    with library.writing():
        library.check_identity(embedder.identity)
        run = Run(library, embedder.identity, label, retry_failed, tell, found.files)
        documents = run.read_all(limits, read)
        waiting = library.unembedded()
        if waiting:
            watch = Watch(tell, "embedding", len(waiting), library.passages_waiting())
            embed_waiting(library, embedder, watch.made)
        library.refresh_index()
    return IngestReport(documents, time.monotonic() - began, found.skipped)


class Run:
    """The first half of an ingest run: takes the files in order, while others are read ahead."""

    def __init__(
        self,
        library: Library,
        identity: str,
        label: str,
        retry_failed: bool,
        tell: Callable[[Progress], None],
        files: Sequence[Found],
    ) -> None:
        self._library = library
        self._identity = identity
        self._label = label
        self._retry_failed = retry_failed
        self._failures = Failures(library.folder)
        self._files = files
        self._hashes: dict[Found, str] = {}
        self._failed: set[str] = set()
        """The hashes of files that could not be read in this run."""
        self._watch = Watch(tell, "reading", len(files), sum(map(_size, files)))

    def read_all(self, limits: Limits, read: Read | None) -> tuple[IngestedDocument, ...]:
        """Every file added, or why it could not be."""
        workers = max(1, min(processors(), len(self._files)))
        files = (
            read_ahead(
                self._files, self._wanted, workers, lambda: STOCK.take(limits), self._page, STOCK.leave
            )
            if read is None
            else _read_here(self._files, self._wanted, read)
        )
        with closing(files):
            return tuple(self._take(file, outcome) for file, outcome in files)

    def _page(self, file: Found) -> None:
        self._watch.page(file.shown_as)

    def _wanted(self, file: Found) -> bool:
        """Whether the file has to be read: not where its bytes are in, or could not be read before."""
        self._watch.made(file.shown_as, 0)
        if file.unfit:
            return False
        self._hashes[file] = sha256 = hash_of(file.path)
        before = None if self._retry_failed else self._failures.why(sha256, file.path.name)
        known = self._library.known(sha256)
        return before is None and (known is None or self._readable_now(known))

    def _readable_now(self, document_id: str) -> bool:
        """Whether a document that is in has pages that only OCR can read, which is there by now."""
        if not (available() and self._library.waits_for_ocr(document_id)):
            return False
        return not self._library.entry(document_id)[1]

    def _take(self, file: Found, outcome: Outcome | None) -> IngestedDocument:
        sha256 = self._hashes.pop(file, "")
        try:
            taken = self._taken(file, outcome, sha256)
        except ReadError as error:
            taken = failed(file.shown_as, error.message, error.next_step)
            if sha256 and isinstance(outcome, ReadError):
                self._failed.add(sha256)
                self._failures.note(sha256, file.path.name, error)
        except OSError as error:
            reason = f"It cannot be opened: {error.strerror or error}."
            taken = failed(file.shown_as, reason, "Check that you may read it.")
        self._watch.made(file.shown_as, _size(file), done=True)
        return taken

    def _taken(self, file: Found, outcome: Outcome | None, sha256: str) -> IngestedDocument:
        if unfit := file.unfit:
            raise unfit
        if isinstance(outcome, ReadError | OSError):
            raise outcome
        known = self._library.known(sha256)
        if known is not None and outcome is not None and self._readable_now(known):
            return self._read_again(file, known, outcome)
        if known is not None:  # maybe only since a copy of it came in, which was read beside it
            return self._seen_again(file, known)
        if outcome is None:
            before = self._failures.why(sha256, file.path.name)
            assert before is not None, "a file that is not known is read, unless it failed before"
            if sha256 in self._failed:
                raise before
            return failed(
                file.shown_as, f"{FAILED_BEFORE}: {before.message}", f"{before.next_step} {RETRY}".strip()
            )
        self._failures.note(sha256, file.path.name, None)
        return self._add(file, outcome, sha256)

    def _seen_again(self, file: Found, document_id: str) -> IngestedDocument:
        """Nothing is read or embedded: at most an older version has become the current one again."""
        record, removed = self._library.entry(document_id)
        if removed:
            return of_record(file.shown_as, "unchanged", record, REMOVED)
        status = self._library.seen_at(document_id, origin_of(file))
        kept = record.label != self._label
        label = f"kept its label “{record.label}”; change it by editing the document" if kept else ""
        copy = f"the same file as {record.path}" if record.source != clean(file.path.name)[0] else ""
        return of_record(file.shown_as, status, record, "; ".join(filter(None, (copy, label))))

    def _read_again(self, file: Found, document_id: str, parcel: Parcel) -> IngestedDocument:
        """The pages that were unread for want of OCR are read by now."""
        before, _ = self._library.entry(document_id)
        self._library.replace(parcel.document, parcel.passages, parcel.recommendations)
        self._library.seen_at(document_id, origin_of(file))
        record, _ = self._library.entry(document_id)
        count = len(before.unread_pages) - len(record.unread_pages)
        told = f"{count} page{'' if count == 1 else 's'} read by OCR now"
        note = unread_note(parcel.document)
        return of_record(file.shown_as, "updated", record, f"{told}; {note}" if note else told)

    def _add(self, file: Found, parcel: Parcel, sha256: str) -> IngestedDocument:
        data = file.path.read_bytes()
        if {sha256, parcel.document.sha256} != {hashlib.sha256(data).hexdigest()}:
            raise ReadError("The file changed while it was being read.", "Ingest it again.")
        document = replace(parcel.document, label=self._label)
        status = self._library.add(
            document,
            parcel.passages,
            None,
            data,
            self._identity,
            recommendations=parcel.recommendations,
            origin=origin_of(file),
        )
        return of_record(file.shown_as, status, self._library.entry(document.id)[0], unread_note(document))


def hash_of(path: Path) -> str:
    """SHA-256 of a file's bytes; "" where it cannot be opened, which reading it will say."""
    try:
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""


def origin_of(file: Found) -> str:
    """The path that versions of a file share: the whole one, since two folders may hold the same names."""
    return str(file.path.resolve())


def _read_here(
    files: Sequence[Found], wanted: Callable[[Found], bool], read: Read
) -> Generator[tuple[Found, Outcome | None], None, None]:
    """Read in this process, one after the other; a reader's own faults fail one file and not the run."""
    for file in files:
        outcome: Outcome | None = None
        try:
            if wanted(file):
                document, passages = read(file)
                outcome = Parcel(document, tuple(passages), len(find_recommendations(document)))
        except (ReadError, OSError) as error:
            outcome = error
        except Exception as error:
            LOG.info("Reading %s failed", file.path, exc_info=True)
            outcome = ReadError(f"The file could not be read ({type(error).__name__}: {error}).")
        yield file, outcome


def _size(file: Found) -> int:
    """The file's size; at least 1, so that every file counts."""
    try:
        return max(1, file.path.stat().st_size)
    except OSError:
        return 1
