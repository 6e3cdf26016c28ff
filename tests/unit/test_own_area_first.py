"""In a library of one area its own papers answer before a neighbour's, where no place is named."""

from dataclasses import replace

import pytest

from assistant.evidence import Evidence
from assistant.ordering.by_paper import own_area_first
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from ingest.passage import Passage
from ingest.records import DocumentRecord


def told_by(paper, score, cross=0.0, missing=()):
    passage = Passage(paper, paper, 0, 6, "It is.")
    return Evidence(Found(passage, 1.0, 0.5, 1.0, 1.0), 0, 6, score, 0.5, missing, cross=cross)


def first(question, *evidence, home=("Exmoor",), record):
    records = {
        paper: replace(record, subject=subject)
        for paper, subject in (("own", "Exmoor Council"), ("other", "Dartmoor Council"), ("national", None))
    }
    asked = replace(understand(question), home=home)
    return [item.found.passage.document_id for item in own_area_first(asked, evidence, records)]


@pytest.fixture
def record():
    fields = dict.fromkeys(DocumentRecord.__dataclass_fields__, "")
    return DocumentRecord(**fields)


def test_its_own_papers_go_first_where_they_come_near_the_best(record):
    neighbour, own = told_by("other", 0.7), told_by("own", 0.6)
    assert first("Is it rising?", neighbour, own, record=record) == ["own", "other"]
    assert first("Is it rising?", neighbour, told_by("national", 0.6), record=record)[0] == "national"


@pytest.mark.parametrize(
    ("question", "own", "home"),
    [
        ("Is it rising?", {"score": 0.5}, ("Exmoor",)),
        ("Is it rising?", {"score": 0.6, "cross": -6.0}, ("Exmoor",)),
        ("Is it rising?", {"score": 0.6, "missing": ("Ivy",)}, ("Exmoor",)),
        ("Which area is rising?", {"score": 0.6}, ("Exmoor",)),
        ("Is it rising?", {"score": 0.6}, ()),
    ],
    ids=["far behind", "read as worse", "lacks a name", "which of them", "no area's own library"],
)
def test_else_all_stays_as_it_was(record, question, own, home):
    assert (
        first(question, told_by("other", 0.7), told_by("own", **own), home=home, record=record)[0] == "other"
    )
