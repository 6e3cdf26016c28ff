"""Large library: thousands of documents made from a small library's passages, for measuring alone.

Each is a few passages in a row of one document, the words of every sentence in another order, so that no two
are copies of one another; their vectors are those of the passages they come from with noise added, those of
their tokens the same ones. So no model runs, and what is found in it says nothing of quality.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from eval.cache import BUILT, cache_folder, fingerprint
from ingest.document import Document, document_id
from ingest.library import Library
from ingest.passage import Passage, passage_id
from ingest.sentences import sentences
from ingest.token_vectors import TokenVectors

WAY = "by-sentence"
"""Names the way in which libraries are made, and changes with it."""

EACH = 5
"""Passages of a document."""

NOISE = 0.03
"""Standard deviation of what is added to each of a vector's components; they are about 0.05 large."""

YEARS = range(2006, 2026)


def make_large_library(folder: Path, small: Library, documents: int) -> Library:
    """The new library in `folder`, open; its documents have `EACH` passages."""
    random_, noise = random.Random(0), np.random.default_rng(0)  # noqa: S311 - nothing secret
    stock = [(record, small.passages_of(record.id)) for record in small.documents()]
    stock = [(record, passages) for record, passages in stock if len(passages) >= EACH]
    large, identity = Library.open(folder, create=True), small.identity or ""
    document_of = cache(small.document)
    with large.writing(), _unsynced(large):
        for number in range(documents):
            record, passages = random_.choice(stock)
            first = random_.randrange(len(passages) - EACH + 1)
            chosen = passages[first : first + EACH]
            document, cut = _document(document_of(record.id), chosen, number, random_)
            vectors = small.vectors([passage.id for passage in chosen])
            vectors = vectors + noise.normal(0, NOISE, vectors.shape).astype(np.float32)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            known = small.tokens(chosen)
            tokens = {
                new.id: _within(known[old.id], new)
                for old, new in zip(chosen, cut, strict=True)
                if old.id in known
            }
            large.add(document, cut, vectors, document.text.encode(), identity, tokens=tokens)
        large.refresh_index()
    return large


@contextmanager
def _unsynced(library: Library) -> Iterator[None]:
    """Wait for no disk: it would take most of the time, and what is cut short is built anew."""
    really = os.fsync
    setattr(os, "fsync", lambda _: None)  # noqa: B010 - it stands for the real one
    library._here().execute("PRAGMA synchronous = OFF")
    try:
        yield
    finally:
        setattr(os, "fsync", really)  # noqa: B010 - as above


def _document(
    base: Document, chosen: list[Passage], number: int, random_: random.Random
) -> tuple[Document, list[Passage]]:
    texts = [_shuffled(passage.text, random_) for passage in chosen]
    text = "\n\n".join(texts)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    id_, name = document_id(sha256), f"{number:05}-{base.source}"
    published = f"{random_.choice(YEARS)}-{random_.randint(1, 12):02}"
    document = replace(
        base,
        id=id_,
        sha256=sha256,
        text=text,
        title=f"{base.title} {number}",
        source=name,
        path=name,
        published=published,
        pages=(),
        blocks=(),
        places=None,
    )
    return document, list(_cut(id_, texts, chosen))


def _cut(id_: str, texts: list[str], chosen: list[Passage]) -> Iterator[Passage]:
    at = 0
    for text, old in zip(texts, chosen, strict=True):
        end = at + len(text)
        yield Passage(passage_id(id_, at, end), id_, at, end, text, old.heading_path)
        at = end + 2


def _shuffled(text: str, random_: random.Random) -> str:
    """Each sentence stays one, and as long: how long it is decides how long it takes to read."""
    told, at = [], 0
    for start, end in sentences(text):
        *words, last = text[start:end].split()
        mixed = " ".join([*random_.sample(words, len(words)), last])
        told += [text[at:start], mixed[:1].upper(), mixed[1:]]
        at = end
    return "".join([*told, text[at:]])


def _within(tokens: TokenVectors, passage: Passage) -> TokenVectors:
    return TokenVectors(tokens.vectors, np.minimum(tokens.spans, len(passage.text)))


def cached_large_library(documents: int) -> Path:
    """The folder of such a library over the sample corpus, kept in the evaluation's cache."""
    from eval.libraries import assistant_for
    from eval.sets.sample import sample

    questions = sample()
    small = assistant_for(questions)
    name = f"large-{documents}-{WAY}-{fingerprint(questions, small.embedder.identity)}"
    folder = cache_folder() / "libraries" / name
    if not (folder / BUILT).is_file():
        shutil.rmtree(folder, ignore_errors=True)
        with Library.open(small.settings.library) as library:
            make_large_library(folder, library, documents).close()
        (folder / BUILT).touch()
    return folder
