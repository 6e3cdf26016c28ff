"""How far what a paper wants has got, and questions for actions that name a paper."""

import pytest
from papers import library_with

from assistant.listing.actions import actions_answer
from assistant.understanding.papers_called import sort_called
from ingest.filters import Filters

PLAN = """# Inspection improvement plan

Published 12 June 2024

Of the three actions below one is complete and two are late.

| No. | Action | Lead | By when | Progress | RAG |
|---|---|---|---|---|---|
| 1 | Open a challenge log | Ann Vale | 30 April 2023 | Complete. Opened 2 April 2023 | Green |
| 2 | Audit twenty files for improvement | Bo Reed | 31 December 2023 | Not done | Red |
| 3 | Publish the protocol | Cy Lund | 31 March 2024 | Not started | Red |
"""
REVIEW = """# Serious Case Review: Rowan

Published 14 July 2021

## Recommendations

Recommendation 1: The council should train every midwife by 31 July 2022.

Recommendation 2: The trust should check ten files by 30 September 2022.
"""
LOOSE = """# Business plan 2024-25

Published 20 March 2024

We want every child to be safe.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    papers = {"improvement-plan.md": PLAN, "review.md": REVIEW, "business-plan.md": LOOSE}
    with library_with(tmp_path_factory.mktemp("papers"), papers) as library:
        yield library


def ask(text, library):
    return actions_answer(text, library, Filters(), "2024-12-01")


@pytest.mark.parametrize(
    "text",
    [
        "Has the improvement plan been delivered?",
        "How is the inspection improvement plan going?",
        "Are we on track with the improvement plan?",
        "What progress has been made on the improvement plan?",
        "Have all the actions in the improvement plan been completed yet?",
        "What is the status of the improvement plan?",
    ],
)
def test_how_far_a_plan_has_got_is_told_by_each_of_its_actions_and_its_own_count(library, text):
    answer = ask(text, library)
    quotes = " ".join(one.text for one in answer.statements)
    assert "3 actions" in answer.verdict
    assert "one is complete and two are late" in answer.statements[0].text
    assert all(words in quotes for words in ("challenge log", "twenty files", "protocol"))
    assert "midwife" not in quotes


@pytest.mark.parametrize(
    "text",
    [
        "Have the recommendations of the Rowan review been implemented?",
        "What became of the recommendations of the review of Rowan?",
        "Has the Rowan review been acted on?",
        "What has been done about the Rowan review?",
        "What was done following the Rowan review?",
        "Did we do what the Rowan review said?",
        "Have partners acted on everything that the Rowan review recommended?",
        "Have we kept the promises we made after the Rowan review?",
    ],
)
def test_how_far_the_recommendations_of_a_review_have_got_is_told(library, text):
    quotes = " ".join(one.text for one in ask(text, library).statements)
    assert "midwife" in quotes
    assert "ten files" in quotes
    assert "protocol" not in quotes


@pytest.fixture(scope="module")
def inspected(tmp_path_factory):
    papers = {
        f"{year}.md": f"# Joint inspection of services in Exmoor {year}\n\nPublished 3 May {year}\n\n"
        f"## Recommendations\n\n1. Exmoor Council should {what} by 31 July {year}.\n"
        for year, what in (("2019", "answer each call"), ("2024", "publish the threshold document"))
    }
    with library_with(tmp_path_factory.mktemp("inspected"), papers) as library:
        yield library


@pytest.mark.parametrize(
    "text",
    [
        "Have we done what the inspectors told us to do?",
        "Have we delivered on the promises made to inspectors?",
        "Have the inspectors' recommendations been implemented?",
        "Which of the inspectors' recommendations are not done?",
    ],
)
def test_what_inspectors_asked_for_is_that_of_their_latest_report(inspected, text):
    quotes = " ".join(one.text for one in ask(text, inspected).statements)
    assert "threshold document" in quotes
    assert "answer each call" not in quotes


def test_a_question_that_names_a_paper_gets_its_actions_alone(library):
    answer = ask("Which actions in the improvement plan are not complete?", library)
    assert len(answer.statements) == 2
    assert ask("Which actions are not complete?", library).verdict != answer.verdict
    assert ask("How many actions in the improvement plan are done?", library).outcome == "answered"


def test_a_paper_that_sets_down_no_action_is_said_to(library):
    answer = ask("Which actions in the business plan are overdue?", library)
    assert answer.outcome == "not_found"
    assert "no action (the business plan)" in answer.reason


@pytest.mark.parametrize(
    "text", ["Has the audit been carried out?", "Has the review of Rowan been completed?", "How is it going?"]
)
def test_whether_there_was_a_paper_is_no_question_for_its_actions(library, text):
    assert ask(text, library) is None


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("the inspection improvement plan", "plan"),
        ("the audit of the improvement plan", "audit"),
        ("the annual report", "annual report"),
        ("the inspection report", "inspection"),
        ("the review and the plan", "review"),
    ],
)
def test_of_two_nouns_side_by_side_the_second_is_called(phrase, noun):
    assert sort_called(phrase)[0] == noun
