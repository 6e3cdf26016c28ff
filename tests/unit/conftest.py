"""Fakes for the library's tests: an embedder without weights, and a reader of plain lines."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from ingest.discover import Found
from ingest.document import Document, Page, document_id
from ingest.errors import EmptyFileError
from ingest.library import Library
from ingest.passage import Passage, passage_id
from ingest.read import read
from ingest.segment import segment
from ingest.token_vectors import TokenVectors


class FakeEmbedder:
    """Vectors from the hash of a text: equal for equal texts, and near to nothing else."""

    identity = "fake-16"

    def __init__(self):
        self.encoded = []

    def encode(self, texts):
        self.encoded += texts
        vectors = np.array([self._vector(text) for text in texts], np.float32).reshape(len(texts), 16)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def embed(self, texts):
        spans = np.zeros((1, 2), np.int32)
        return self.encode(texts), [
            TokenVectors(self._vector(text)[None].astype(np.float32), spans) for text in texts
        ]

    def tokens(self, texts):
        return self.embed(texts)[1]

    def _vector(self, text):
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
        return np.random.default_rng(seed).standard_normal(16)


def write_document(name, text, **fields):
    """A document whose lines are its passages: (document, passages, bytes)."""
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    id_ = document_id(sha256)
    passages, at = [], 0
    for line in text.split("\n"):
        if line:
            end = at + len(line)
            passages.append(Passage(passage_id(id_, at, end), id_, at, end, line, ("Findings",)))
        at += len(line) + 1
    document = Document(
        id=id_,
        title=Path(name).stem,
        kind="other",
        organisation=None,
        subject=None,
        published=None,
        period=None,
        label="standard",
        source=Path(name).name,
        path=name,
        sha256=sha256,
        text=text,
    )
    return replace(document, **fields), passages, data


def read_lines(file: Found):
    """A reader for `ingest`: "empty" cannot be read, "broken" makes it fail, "scan" has an unread page."""
    text = file.path.read_text(encoding="utf-8")
    if text == "empty":
        raise EmptyFileError("The file holds no text.")
    if text == "broken":
        raise ZeroDivisionError("division by zero")
    document, passages, _ = write_document(file.shown_as, text)
    if text.startswith("scan"):
        document = replace(document, pages=(Page(0, "iii", 0, len(text)), Page(1, "iv", 4, 4, "unread")))
    return document, passages


@pytest.fixture
def written():
    return write_document


@pytest.fixture
def reader():
    return read_lines


@pytest.fixture
def embedder():
    return FakeEmbedder()


@pytest.fixture
def open_library(tmp_path):
    """Opens libraries by name, with a clock that stands still; all are closed after the test."""
    opened = []

    def open_(name="library", year=2026, **options):
        clock = lambda: datetime(year, 1, 2, 3, 4, 5, tzinfo=UTC)  # noqa: E731
        opened.append(Library.open(tmp_path / name, clock=clock, **{"create": True, **options}))
        return opened[-1]

    yield open_
    for library in opened:
        library.close()


@pytest.fixture
def library(open_library):
    return open_library()


@pytest.fixture
def put(library, embedder):
    """Adds a document of lines to a library, and returns its id."""

    def put_(name, text, into=library, **fields):
        document, passages, data = write_document(name, text, **fields)
        vectors = embedder.encode([passage.text for passage in passages])
        into.add(document, passages, vectors, data, embedder.identity)
        return document.id

    return put_


@pytest.fixture
def put_file(library, embedder, tmp_path):
    """Adds a file to a library, read and cut as any is but for the fields given; `text` is written to it."""

    def put_file_(name, text=None, **fields):
        file = Path(name) if text is None else tmp_path / name
        if text is not None:
            file.write_text(text)
        document = replace(read(file), **fields)
        passages = segment(document, lambda words: len(words.split()))
        vectors, _ = embedder.embed([passage.text for passage in passages])
        library.add(document, passages, vectors, file.read_bytes(), embedder.identity)

    return put_file_


@pytest.fixture
def filled(library, put_file, monkeypatch):
    """Two papers of one area, of which the later repeats a request of the earlier."""
    monkeypatch.chdir(Path(__file__).parent / "golden" / "register")
    for name in ("audit-2023.md", "review-2025.md"):
        put_file(name, subject="Exmoor")
    return library
