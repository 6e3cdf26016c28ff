"""Lines at a paper's head that name people."""

import pytest
from found import evidence

from assistant.ordering.by_paper import labelled_first
from assistant.refusal.refuse import decide
from assistant.understanding.understand import understand


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Who reviewed the case of Child B?", "Independent reviewer: Ann Lee"),
        ("Who wrote the audit?", "Author: Ann Lee, Quality Officer"),
        ("Who attended the May subgroup?", "Present: Ann Lee (Chair), Bo Carr (Police)"),
        ("Who sent apologies?", "Apologies: Bo Carr (Police)"),
    ],
)
def test_the_line_that_names_them_answers_and_nothing_else(question, line):
    asked, other, named = (
        understand(question, set()),
        evidence("Nurses wrote to the subgroup."),
        evidence(line),
    )
    assert labelled_first(asked, [other, named]) == [named]
    assert decide(asked, [named.found], [named], lambda _: True).answer


@pytest.mark.parametrize(
    "question", ["Who wrote the letter?", "Who wrote the audit of neglect?", "Who wrote audits?"]
)
def test_the_line_names_those_of_its_own_paper_alone(question):
    asked, other, line = (
        understand(question, set()),
        evidence("The letter is late."),
        evidence("Author: Ann Lee"),
    )
    told = labelled_first(asked, [other, line])
    assert told == ([line] if question == "Who wrote audits?" else [other, line])


def test_the_line_of_another_paper_does_not_answer_nor_another_line():
    asked, other = understand("Who wrote the audit?", set()), evidence("The audit is late.")
    for line in (evidence("Author: Ann Lee", document="another"), evidence("Present: Ann Lee")):
        assert labelled_first(asked, [other, line]) == [other, line]
