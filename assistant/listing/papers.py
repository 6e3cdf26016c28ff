"""Papers: those that a question calls by their kind, title, place or date ("the 2023 neglect audit")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.in_words import day_in_words
from assistant.understanding.understand import content_words, understand
from assistant.words import any_stands, stems
from ingest.records import DocumentRecord
from prompts import load_data

_APART = re.compile(r"['’]s\b|[\W_]+")


def papers_called(phrase: str, records: Sequence[DocumentRecord]) -> list[DocumentRecord]:
    """The papers that every word of the phrase fits, the newest first; none for words that fit any paper.

    A word fits where it, or another name for it, stands in the title, file name, place, body or date. Where
    no paper has them all, one that names a kind fits its papers. "The latest audit" is the newest alone.
    """
    rules = load_data("vocabulary/listing.yaml")["of_paper"]
    latest = re.compile(rf"\b(?:{'|'.join(rules['latest'])})\b", re.IGNORECASE)
    named = _APART.sub(" ", latest.sub(" ", phrase))
    asked, kinds = understand(named), understand(named).kinds
    names = {word: asked.names_of(word) for word in content_words(named) if word not in rules["any_paper"]}
    if not names:
        return []
    ours = [record for record in records if not kinds or record.kind in kinds]
    called = [record for record in ours if all(_stands(other, record) for other in names.values())]
    if not called:
        of_kind = stems(" ".join(_kind_words(kinds)))
        left = [other for word, other in names.items() if not stems(word) <= of_kind]
        called = [record for record in ours if kinds and all(_stands(other, record) for other in left)]
    called.sort(key=lambda one: (one.published or "", one.id), reverse=True)
    return called[:1] if latest.search(phrase) else called


def _stands(names: Iterable[str], record: DocumentRecord) -> bool:
    """Does what is known of the paper hold one of the names?"""
    known = (record.called, record.source, record.kind, record.dated, day_in_words(record.published))
    return any_stands(names, stems(_APART.sub(" ", " ".join(known))))


def _kind_words(kinds: Iterable[str]) -> list[str]:
    words = load_data("vocabulary/question-words.yaml")["kinds"]
    return [phrase for kind in kinds for phrase in words.get(kind, ())]
