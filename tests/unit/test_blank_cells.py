"""What a row of a table says in the column that is asked for, or that comments on its figures."""

import pytest
from found import evidence

from assistant.asked.given import given
from assistant.ordering.by_fact import fact_first
from assistant.refusal.case import Case
from assistant.refusal.rules import no_cell
from assistant.understanding.understand import understand

HEADER = "Ref | Measure | Target | Q1 | RAG"


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
    assert refused(question, evidence(row, header=HEADER)) == (("cell_blank", (column,)) if column else None)


def test_another_sentence_that_names_all_that_is_asked_of_may_tell_it():
    row = evidence("E2 | Late visits |  | 17 | Red", header=HEADER)
    question = "What is the target for late visits?"
    assert refused(question, row, evidence("The target for late visits is 20.")) is None
    assert refused(question, row, evidence("The target for letters is 20.")) is not None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("C2 | Initial conferences in time | 84% | 77% | Two chairs off sick", True),
        ("C2 | Initial conferences in time | 84% | 77% | ", False),
        ("C3 | Letters in time | 84% | 77% | Two chairs off sick", False),
    ],
)
def test_the_comment_on_its_figures_is_the_reason_that_a_row_gives(row, reason):
    item = evidence(row, header="Ref | Measure | Q1 | Q2 | Comment")
    written = evidence("Chairs of initial conferences ask for a manager’s written reason.")
    asked = understand("Why have initial conferences slipped?")
    assert (given("reason", asked, [written, item]) == [item]) is reason
    assert (fact_first(asked, [written, item])[0] is item) is reason
