"""On how many cases a paper rests: those that were looked at, not those that shall be."""

import pytest

from assistant.key_questions.papers.samples import sample_in
from assistant.slices import Slice
from assistant.statements.lexicon import lexicon
from assistant.statements.said import Said


def said(text, basis="independent_finding"):
    clauses = ((0, lexicon().names_in(text)),)
    return Said(Slice("paper", 0, len(text)), text, "", False, basis, 0, clauses, frozenset(), count=True)


@pytest.mark.parametrize(
    ("text", "basis", "number"),
    [
        ("Auditors read 24 children’s files.", "independent_finding", 24),
        ("Auditors should read 24 children’s files.", "expectation", None),
        ("Eighteen files were selected.", "independent_finding", 18),
        ("The hall seats 24 people.", "independent_finding", None),
    ],
)
def test_cases_that_were_read_are_a_sample(text, basis, number):
    sample = sample_in([said(text, basis)], "audit")
    assert (sample.number if sample else None) == number


def test_the_cases_of_another_paper_are_none_of_its_own():
    told = [said("The joint inspection sampled 40 files."), said("Auditors read 24 children’s files.")]
    assert sample_in(told, "audit").number == 24
    assert sample_in(told, "inspection").number == 40
    assert sample_in([said("The audit of 40 files was carried out in 2022.")], "review") is None
