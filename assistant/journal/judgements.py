"""Judgements: what the scrutineer made of the evidence, looked up by question and place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from assistant.slices import Slice
from ingest.document import Document
from ingest.errors import NotFoundError
from ingest.journal import Judgement, Source
from ingest.journal_store import digest_of
from ingest.library import Library

EVERY_QUESTION = ""
"""The question of a judgement that holds for all of them."""

Standing = Literal["in_force", "replaced", "source_gone", "words_changed"]
"""Whether a judgement counts: not where a later one replaced it, its document left the library, or other
words now stand in its place (the document is read differently by a newer version of the program)."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """The judgements in force on one day, newest first for each piece of evidence."""

    in_force: tuple[Judgement, ...]

    def of(self, question: str, piece: Slice) -> Judgement | None:
        """What was judged of this evidence for this question, or for all questions; None if nothing was."""
        for judgement in self.in_force:
            if judgement.question in (question, EVERY_QUESTION) and covers(judgement.source, piece):
                return judgement
        return None

    def rejects(self, question: str, piece: Slice) -> bool:
        """Whether the evidence no longer counts for the question."""
        judgement = self.of(question, piece)
        return judgement is not None and judgement.decision == "rejected"

    def note(self, question: str, piece: Slice) -> str:
        """The scrutineer's reason or note about the evidence; "" where there is none."""
        judgement = self.of(question, piece)
        return judgement.words if judgement is not None else ""


def judgements(library: Library, as_of: str | None = None) -> Judgements:
    """The judgements in force on an ISO day; without one, all that were not replaced since."""
    standings = standing(library, as_of)
    held = [judgement for judgement, how in standings if how == "in_force"]
    return Judgements(tuple(reversed(held)))


def standing(library: Library, as_of: str | None = None) -> list[tuple[Judgement, Standing]]:
    """Every judgement made by an ISO day, in the order made, and whether it counts."""
    made = [one for one in library.journal.judgements() if as_of is None or one.made <= as_of]
    made.sort(key=lambda one: (one.made, one.number))
    latest = {(one.question, one.source.document_id, one.source.start, one.source.end): one for one in made}
    current = {one.number for one in latest.values()}
    texts = _Texts(library)
    return [(one, _standing(one, current, texts)) for one in made]


def covers(source: Source, piece: Slice) -> bool:
    """Whether a judged place and a piece of evidence are the same words, or more than half of the shorter.

    Evidence may be cut a little differently by a later version of the program. Its end must be
    near: a sentence shown before another only because that one leans on it is not judged with it.
    """
    if source.document_id != piece.document_id:
        return False
    shared = min(source.end, piece.end) - max(source.start, piece.start)
    shorter = min(source.end - source.start, piece.end - piece.start)
    return 2 * shared > shorter >= 2 * abs(source.end - piece.end)


def source_stands(library: Library, sources: Iterable[Source]) -> list[bool]:
    """For each place whether its document is in the library and the words there are still the same."""
    texts = _Texts(library)
    return [texts.fault(source) is None for source in sources]


class _Texts:
    """The documents that judgements name, each read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: dict[str, Document | None] = {}

    def fault(self, source: Source) -> Literal["source_gone", "words_changed"] | None:
        document = self._document(source.document_id)
        if document is None:
            return "source_gone"
        words = document.text[source.start : source.end]
        return "words_changed" if source.digest not in (None, digest_of(words)) else None

    def _document(self, document_id: str) -> Document | None:
        if document_id not in self._kept:
            try:
                self._kept[document_id] = self._library.document(document_id)
            except NotFoundError:
                self._kept[document_id] = None
        return self._kept[document_id]


def _standing(judgement: Judgement, current: set[int], texts: _Texts) -> Standing:
    if judgement.number not in current:
        return "replaced"
    return texts.fault(judgement.source) or "in_force"
