"""In a library of one area its own papers answer before a neighbour's, where no place is named."""

from dataclasses import replace

import pytest
from found import evidence, record

from assistant.ordering.by_paper import own_area_first
from assistant.understanding.understand import understand


def told_by(paper, score, cross=0.0, missing=()):
    return evidence("It is.", score, paper, closeness=0.5, missing=missing, cross=cross)


def first(question, *told, home=("Exmoor",)):
    records = {
        paper: record(paper, subject=subject)
        for paper, subject in (("own", "Exmoor Council"), ("other", "Dartmoor Council"), ("national", None))
    }
    asked = replace(understand(question), home=home)
    return [item.found.passage.document_id for item in own_area_first(asked, told, records)]


def test_its_own_papers_go_first_where_they_come_near_the_best():
    neighbour, own = told_by("other", 0.7), told_by("own", 0.6)
    assert first("Is it rising?", neighbour, own) == ["own", "other"]
    assert first("Is it rising?", neighbour, told_by("national", 0.6))[0] == "national"


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
def test_else_all_stays_as_it_was(question, own, home):
    assert first(question, told_by("other", 0.7), told_by("own", **own), home=home)[0] == "other"
