"""A library for each set, built once: files are ingested as a user would, units added as given."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from eval.cache import BUILT, cache_folder, fingerprint
from eval.kept_scores import KeptScorer
from eval.sets.base import QuestionSet, Unit
from ingest.document import Document, document_id
from ingest.passage import Passage, embedded_text, passage_id
from ingest.sentences import sentences

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant
    from ingest.embed import Embedder
    from ingest.library import Library

MOST_WORDS = 150
"""A unit longer than this is cut at sentence ends, since a model reads no more; its slices count as one."""


def assistant_for(
    questions: QuestionSet, *, model: str | None = None, rebuild: bool = False
) -> ScrutinyAssistant:
    """An assistant over the set's documents.

    The key is data and model, not the code: ask for a rebuild after a change to reading or cutting. A build
    that was interrupted goes on where it stopped.
    """
    from ingest.embed import Embedder

    embedder = Embedder(model)
    name = questions.library or questions.name
    folder = cache_folder() / "libraries" / f"{name}-{fingerprint(questions, embedder.identity)}"
    if rebuild:
        shutil.rmtree(folder, ignore_errors=True)
    if not (folder / BUILT).is_file():
        print(f"building the library of {questions.name} in {folder}", file=sys.stderr)
        _build(questions, folder, embedder)
        (folder / BUILT).touch()
    assistant = build_assistant(Settings(folder, model))
    if assistant.scorer is not None:
        # A cached property, so that one that keeps its scores can be put in its place.
        assistant.__dict__["scorer"] = KeptScorer(assistant.scorer, cache_folder() / "scores")
    return assistant


@contextmanager
def copied_for(questions: QuestionSet) -> Iterator[ScrutinyAssistant]:
    """The same over a copy that goes afterwards, since conversations are kept in the library."""
    kept = assistant_for(questions)
    with tempfile.TemporaryDirectory(prefix="eval-copy-") as folder:
        shutil.copytree(kept.settings.library, Path(folder, "library"))
        assistant = build_assistant(Settings(Path(folder, "library"), None))
        assistant.__dict__["scorer"] = kept.scorer
        yield assistant


def _build(questions: QuestionSet, folder: Path, embedder: Embedder) -> None:
    from ingest.library import Library
    from ingest.pipeline import ingest

    with Library.open(folder, create=True) as library:
        if questions.units:
            add_units(questions, library, embedder)
        else:
            report = ingest(questions.files, library, embedder)
            for document in report.documents:
                if document.status == "failed":
                    print(f"{document.path}: {document.reason}", file=sys.stderr)


def add_units(questions: QuestionSet, library: Library, embedder: Embedder) -> None:
    """Add each document of the set with its units as passages; documents already there are passed over."""
    with library.writing():
        for document, passages, data in unit_documents(questions):
            if library.known(document.sha256) is None:
                wordings = [embedded_text(document.title, passage) for passage in passages]
                vectors, found = embedder.embed(wordings)
                tokens = {passage.id: vector for passage, vector in zip(passages, found, strict=True)}
                library.add(document, passages, vectors, data, embedder.identity, tokens=tokens)
        library.refresh_index()


def unit_documents(questions: QuestionSet) -> Iterator[tuple[Document, list[Passage], bytes]]:
    """Each document, its passages and its bytes; the passages' places are those of the units."""
    grouped: dict[str, list[Unit]] = defaultdict(list)
    for unit in questions.units:
        grouped[unit.document].append(unit)
    for name, units in grouped.items():
        text = _joined(units)
        # The name is part of the bytes: two documents of one text are two documents.
        data = f"{name}\n{text}".encode()
        sha256 = hashlib.sha256(data).hexdigest()
        document = Document(
            document_id(sha256),
            units[0].title,
            "other",
            None,
            None,
            None,
            None,
            "standard",
            name,
            name,
            sha256,
            text,
        )
        yield document, [passage for unit in units for passage in _passages(document, unit)], data


def _joined(units: list[Unit]) -> str:
    text = ""
    for unit in units:
        text += "\n" * (unit.start - len(text)) + unit.text
    return text


def _passages(document: Document, unit: Unit) -> Iterator[Passage]:
    path = (unit.heading,) if unit.heading else ()
    for first, last in slices(unit.text):
        start, end = unit.start + first, unit.start + last
        text = document.text[start:end]
        yield Passage(passage_id(document.id, start, end), document.id, start, end, text, path)


def slices(text: str) -> Iterator[tuple[int, int]]:
    """The whole text, or runs of whole sentences of about `MOST_WORDS` words where it is longer."""
    if len(text.split()) <= MOST_WORDS:
        yield 0, len(text)
        return
    first, last, words = 0, 0, 0
    for start, end in sentences(text):
        more = len(text[start:end].split())
        if words and words + more > MOST_WORDS:
            yield first, last
            words = 0
        first, last, words = (first if words else start), end, words + more
    yield first, last
