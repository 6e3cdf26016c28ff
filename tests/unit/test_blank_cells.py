"""A row of a table that has nothing in the column that is asked for."""

import pytest

from assistant.evidence import Evidence
from assistant.refusal.case import Case
from assistant.refusal.rules import no_cell
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from ingest.passage import Passage

HEADER = "Ref | Measure | Target | Q1 | RAG"


def evidence(text, header=""):
    found = Found(Passage("p", "d", 0, len(text), text, (), header), 1.0, 0.5, 0.0, 1.0)
    return Evidence(found, 0, len(text), 0.5, 0.5)


def refused(question, *evidence):
    return no_cell(Case(understand(question), [one.found for one in evidence], evidence, lambda word: True))


@pytest.mark.parametrize(
    ("question", "row", "column"),
    [
        ("What is the target for late visits?", "E2 | Late visits |  | 17 | Red", "Target"),
        ("What is the target for late visits?", "E2 | Late visits | – | 17 | Red", "Target"),
        ("What is the target for late visits?", "E2 | Late visits | 20 | 17 | Red", ""),
        ("What is the RAG of late visits?", "E2 | Late visits | 20 | 17 | ", "RAG"),
        ("How many visits were late in Q1?", "E2 | Late visits |  | 17 | ", ""),
        ("Is Q1 of late visits on target?", "E2 | Late visits |  | 17 | Red", ""),
    ],
)
def test_a_row_with_nothing_in_the_column_asked_for_is_no_answer(question, row, column):
    assert refused(question, evidence(row, HEADER)) == (("cell_blank", (column,)) if column else None)


def test_another_sentence_that_names_all_that_is_asked_of_may_tell_it():
    row = evidence("E2 | Late visits |  | 17 | Red", HEADER)
    question = "What is the target for late visits?"
    assert refused(question, row, evidence("The target for late visits is 20.")) is None
    assert refused(question, row, evidence("The target for letters is 20.")) is not None
