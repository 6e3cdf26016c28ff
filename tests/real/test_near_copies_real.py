"""One source is one source, on real documents beside the checkout: read for real, embedded by nobody."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.document import Page
from ingest.library import Library
from ingest.near_copies import same_source
from ingest.read import read
from ingest.sentences import sentences

FOLDER = Path(__file__).parents[3] / "shared" / "corpus"
STUDY = "harrow/lrsa-case-study-harrow-2010.txt"
COLLECTION = "harrow/lrsa-end-of-project-case-studies-2011.pdf"
# The two of one service and one year, two of one place, and three of one kind: what shares most words.
INSPECTIONS = [
    "inspections/southend-on-sea-send-2023-06-09.pdf",
    "inspections/enfield-send-2023-08-02.pdf",
    "inspections/stoke-on-trent-send-2024-04-03.pdf",
    "harrow/harrow-ilacs-2020-03-16.pdf",
    "harrow/harrow-ilacs-2025-03-04.pdf",
]

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the real documents are not beside the checkout"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with Library.open(tmp_path_factory.mktemp("near") / "library", create=True) as opened:
        for name in (STUDY, COLLECTION, *INSPECTIONS):
            add(opened, read(FOLDER / name))
        add(opened, typed(opened.document(opened.record(Path(STUDY).name).id)))
        yield opened


def add(library, document):
    library.add(document, [], np.zeros((0, 4), np.float32), document.text.encode(), "none")


def typed(document):
    """A twin as recognition would make it: a letter in fifty is wrong, and some spaces are gone."""
    chance = random.Random(3)
    letters = [
        chance.choice("acehinorstu") if c.isalpha() and chance.random() < 0.02 else c for c in document.text
    ]
    text = "".join(c for c in letters if c != " " or chance.random() > 0.01)
    pages = (Page(0, "1", 0, len(text), "ocr"),)
    return replace(
        document, id="f" * 16, sha256="f" * 64, text=text, source="scan.pdf", pages=pages, blocks=()
    )


def test_the_study_its_collection_and_its_scan_are_one_source(library):
    near = same_source(library)
    study = library.record(Path(STUDY).name).id
    own = {near.source_of(study, start, end) for start, end in sentences(library.document(study).text)}
    for name, least in ((Path(COLLECTION).name, 0.9), ("scan.pdf", 0.85)):
        copy = library.document(library.record(name).id)
        found = {near.source_of(copy.id, start, end) for start, end in sentences(copy.text)}
        assert len(found & own) / len(own) >= least
    assert study in near.copies_of(library.record(Path(COLLECTION).name).id)
    assert near.copy_of(library.record("scan.pdf").id)


def test_inspections_of_different_places_and_years_stay_different_sources(library):
    near = same_source(library)
    for name in INSPECTIONS:
        document = library.document(library.record(Path(name).name).id)
        origins = {near.origin(document.id, *place).document_id for place in sentences(document.text)}
        assert origins == {document.id}
        assert near.copy_of(document.id) == ()
