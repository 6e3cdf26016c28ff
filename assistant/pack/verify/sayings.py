"""Sayings: whether words that a pack puts in quotation marks are anybody's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from assistant.key_questions.load_framework import framework_file, framework_names
from assistant.pack.shown import shown
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import prompts_path

_END = " ,;:.–—"
"""Where a challenge cuts a quotation, it leaves out the stops that stood there."""


class Sayings:
    """The words of a library's documents whatever their version, of its journal, and of the program itself.

    `cited` are the beginnings of the ids of documents that are looked in first, and kept at hand.
    """

    def __init__(self, library: Library, records: Sequence[DocumentRecord], cited: Sequence[str]) -> None:
        self._library, self._records, self._cited = library, records, tuple(cited)
        self._known: dict[str, bool] = {}

    def hold(self, passage: str) -> bool:
        """Does one of them say all of it, in order, where it leaves something out (…) the parts of it?"""
        if passage not in self._known:
            parts = [part for part in (one.strip(_END) for one in passage.split("…")) if part]
            self._known[passage] = any(_in_order(parts, text) for text in self._texts())
        return self._known[passage]

    def _texts(self) -> Iterator[str]:
        yield from self._at_hand
        yield from self._own
        for record in self._records:
            if not record.id.startswith(self._cited):
                yield from self._said(record)

    @cached_property
    def _at_hand(self) -> list[str]:
        cited = (record for record in self._records if record.id.startswith(self._cited))
        return [text for record in cited for text in self._said(record)]

    def _said(self, record: DocumentRecord) -> Iterator[str]:
        """A document's text, and as a challenge says the cells of its tables."""
        text = shown(self._library.document(record.id).text)
        yield text
        if " | " in text:
            yield text.replace(" | ", ", ")

    @cached_property
    def _own(self) -> list[str]:
        """The names of themes, what the frameworks ask, and what the scrutineer wrote."""
        files = [*prompts_path("").rglob("*.yaml"), *(framework_file(name) for name in framework_names())]
        journal = self._library.journal
        challenges = journal.challenges()
        written = [
            *(judgement.words for judgement in journal.judgements()),
            *(part for one in challenges for part in (one.text, one.owner, one.judge)),
            *(entry.words for one in challenges for entry in one.entries),
        ]
        return [shown(text) for text in (*(file.read_text("utf-8") for file in files), *written)]


def _in_order(parts: Sequence[str], text: str) -> bool:
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True
