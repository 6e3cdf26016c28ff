"""ScrutinyAssistant: the one thing that a front end may call."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer import Answer, SearchResult
from assistant.desks.care import CareDesk
from assistant.desks.conversations import ConversationDesk
from assistant.desks.journal import JournalDesk
from assistant.desks.pack import PackDesk
from assistant.desks.pages import PagesDesk
from assistant.settings import NO_RERANKER
from ingest.disk.sources import read_original
from ingest.filters import CURRENT, Filters

if TYPE_CHECKING:
    from assistant.retrieval.retriever import HybridRetriever
    from ingest.document import Document
    from ingest.embed import Embedder
    from ingest.library import DocumentRecord
    from ingest.pair_scorer import PairScorer
    from ingest.report import IngestReport, Progress


WARM_UP = "audit"
"""Searched for before anybody has asked; what it finds is not looked at."""


class ScrutinyAssistant(JournalDesk, PackDesk, PagesDesk, ConversationDesk, CareDesk):
    """Answers, searches and checks over one library. Cheap to make: what a call needs is loaded by that call.

    May be used from several threads. Errors are those of `ingest.errors`.
    """

    def restricted(self, labels: Sequence[str]) -> ScrutinyAssistant:
        """The same assistant for one who may see the documents of these labels only, and cannot write."""
        from ingest.library_view import LibraryView

        view = ScrutinyAssistant(self.settings)
        view.embedder, view.scorer = self.embedder, self.scorer
        view._library = LibraryView(self._open(), labels)
        return view

    # ── documents ──────────────────────────────────────────────────────────────────────────────────────

    def ingest(
        self,
        paths: Sequence[Path],
        *,
        label: str = "standard",
        progress: Callable[[Progress], None] | None = None,
        retry_failed: bool = False,
    ) -> IngestReport:
        """Bring the library up to date with files and folders; makes the library where there is none yet.

        A file that could not be read before is tried again only with `retry_failed`. UsageError where the
        library and a folder stand one in the other.
        """
        from assistant.areas.notes import with_areas
        from assistant.contradictions.known import known_pairs
        from assistant.key_questions.read_ahead import read_in
        from ingest.discover import discover
        from ingest.library import refuse_within
        from ingest.pipeline import ingest

        discover(paths)  # a mistyped path must not leave an empty library behind
        refuse_within(self.settings.library, paths)
        library = self._open(create=True)
        report = ingest(
            paths,
            library,
            self.embedder,
            label=label,
            progress=progress,
            limits=self.settings.limits,
            retry_failed=retry_failed,
        )
        began = time.monotonic()
        read_in(library, progress or (lambda _: None))
        known_pairs(library)
        report = replace(report, seconds=report.seconds + time.monotonic() - began)
        return with_areas(report, library)

    def documents(self, filters: Filters = CURRENT) -> list[DocumentRecord]:
        """What the library holds, by date and name."""
        return self._open().documents(filters)

    def earlier_versions(self) -> dict[str, DocumentRecord]:
        """By id of each paper that calls itself a draft or old: the paper of the same title that does not."""
        from ingest.earlier_versions import earlier_versions

        return earlier_versions(self._open().documents())

    def show(self, document: str) -> Document:
        """One document with its text, by id, file name or path."""
        library = self._open()
        return library.document(library.record(document).id)

    def original(self, document: str) -> tuple[DocumentRecord, bytes]:
        """The bytes of the file that a document was made from. LibraryDamagedError if changed."""
        library = self._open()
        record = library.record(document)
        return record, read_original(self.settings.library, record.sha256)

    def edit_document(self, document: str, **changes: str) -> DocumentRecord:
        """Correct what was recognised: title, kind, organisation, subject, published, period, label."""
        library = self._open()
        return library.edit(library.record(document).id, **changes)

    def library_version(self) -> str:
        """Changes with every change of the documents."""
        return self._open().version

    # ── questions ──────────────────────────────────────────────────────────────────────────────────────

    def ask(
        self,
        question: str,
        *,
        filters: Filters = CURRENT,
        as_of: date | None = None,
        conversation: str | None = None,
        holder: str = "",
        writer: str | None = None,
    ) -> Answer:
        """Cited answer in the documents' own words, or a refusal with the nearest passages.

        A question that means a key question gets that question's ledger. "Only audits", "health only" and
        "since the last inspection" narrow the documents. `conversation` names one that is kept: the question
        may lean on the one before; `holder` is that of `ConversationDesk`. `writer` names a language model to
        word it, each sentence checked.
        """
        from assistant.answering import answer_question

        return answer_question(
            question,
            self._open(),
            self.retriever,
            filters,
            as_of or date.today(),
            conversation,
            writer or self.settings.writer,
            holder,
        )

    def search(self, query: str, *, k: int = 10, filters: Filters = CURRENT) -> list[SearchResult]:
        """The `k` passages that fit best, best first."""
        from assistant.retrieval.search import search

        retriever = self.retriever(filters)
        with retriever.library.reading():
            return search(query, k, retriever)

    def search_words(self, query: str, *, k: int = 10, filters: Filters = CURRENT) -> list[SearchResult]:
        """The passages that hold the query's words: at once, while the model is still being loaded."""
        from assistant.retrieval.search import search_words

        library = self._open()
        with library.reading():
            return search_words(query, k, library, filters)

    def retriever(self, filters: Filters = CURRENT) -> HybridRetriever:
        """The library's search."""
        from assistant.retrieval.retriever import HybridRetriever, late_interaction

        library = self._open()
        library.check_identity(self.embedder.identity)
        return HybridRetriever(
            library=library,
            encoder=self.embedder,
            reranker=late_interaction(library, self.embedder),
            scorer=self.scorer,
            filters=filters,
        )

    @property
    def warm(self) -> bool:
        """Whether the embedding model is loaded."""
        return self.embedder.loaded

    def warm_up(self) -> None:
        """Load the models and search once, in a thread of its own, so that the first question need not wait.

        Errors are those of a search.
        """
        self.embedder.load()
        if self.scorer is not None:
            self.scorer.load()
        self.search(WARM_UP, k=1)  # opens the index too, which takes longer than a model

    # ── within ─────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def embedder(self) -> Embedder:
        """The embedding model; its runtime is loaded when it first encodes."""
        from ingest.embed import Embedder
        from ingest.errors import NoLibraryError

        try:
            return Embedder(self.settings.model, like=self._open().identity)
        except NoLibraryError:
            return Embedder(self.settings.model)

    @cached_property
    def scorer(self) -> PairScorer | None:
        """The model that reads the best passages with the question; loaded when it first does."""
        from ingest.pair_scorer import PairScorer

        return None if self.settings.reranker == NO_RERANKER else PairScorer(self.settings.reranker)
