"""Questions for all that one paper recommends, or that was agreed on it."""

import pytest

from assistant.listing.lists import list_answer
from assistant.listing.of_paper import asked_of_paper
from ingest.filters import Filters

REVIEW = """# Case review: Wren

## Recommendations

1. The council should visit every privately fostered child each month by 31 March 2024.
2. Melford Police should publish its figures for missing children by 30 June 2024.
3. All agencies should read this review."""

AUDIT = """# Audit: attendance at school

## Recommendations

1. Head teachers should record each absence by 1 May 2023."""

MINUTES = """# Minutes of the board

## Actions

| Ref. | Action | Owner | By |
| --- | --- | --- | --- |
| 1 | Visit every privately fostered child each month | Ann Poe, council | 31 March 2024 |
| 2 | Order new chairs | Bo Lee | 1 May 2024 |"""


@pytest.fixture
def held(library, put_file):
    for name, kind, published, text in (
        ("wren.md", "review", "2023-11-01", REVIEW),
        ("school.md", "audit", "2023-02-01", AUDIT),
        ("minutes.md", "minutes", "2024-03-13", MINUTES),
    ):
        put_file(name, text, kind=kind, published=published, subject="Melford")
    return library


def listed(held, text):
    answer = list_answer(text, held, Filters(), "2026-01-01")
    return [one.quote for one in answer.citations] if answer else None


@pytest.mark.parametrize(
    "text",
    [
        "What did the Wren review recommend?",
        "what did the review of Wren recommend",
        "What are the recommendations of the Wren review?",
        "List all the recommendations from the 2023 review.",
        "Which recommendations did the review make in November 2023?",
        "Show me the Wren review's recommendations",
        "What did the latest review recommend?",
        "What did the reviewer tell Melford to do?",
    ],
)
def test_the_whole_list_of_a_paper_is_given_in_its_order_however_it_is_called(held, text):
    quotes = listed(held, text)
    assert [quote.split()[0] for quote in quotes] == ["The", "Melford", "All"]
    assert "3 recommendations" in list_answer(text, held, Filters(), "2026-01-01").verdict


def test_what_a_paper_tells_one_body_is_that_alone(held):
    quotes = listed(held, "What did the Wren review tell the police to do?")
    assert [quote.split()[1] for quote in quotes] == ["Police"]


@pytest.mark.parametrize(
    "text", ["What did the Wren review ask for?", "What does the Wren review want done?"]
)
def test_what_a_paper_asks_for_is_all_that_it_recommends(held, text):
    assert listed(held, text) == listed(held, "What did the Wren review recommend?")


def test_papers_that_are_called_the_same_are_each_named(held):
    answer = list_answer("What did the papers of 2023 recommend?", held, Filters(), "2026-01-01")
    assert [one.text.split(":")[0] for one in answer.statements] == ["Case review"] * 3 + ["Audit"]


@pytest.mark.parametrize(
    "text",
    [
        "What actions were agreed at the March 2024 meeting?",
        "What was agreed at the last meeting?",
        "What did the March 2024 meeting decide?",
    ],
)
def test_the_actions_of_a_meeting_are_its_own(held, text):
    answer = list_answer(text, held, Filters(), "2026-01-01")
    assert "2 actions" in answer.verdict
    assert answer.citations[0].quote.endswith("Ann Poe, council | 31 March 2024")


def test_the_actions_after_a_paper_are_those_that_others_agreed_on_its_recommendations(held):
    quotes = listed(held, "List the actions agreed after the Wren review")
    assert [quote.split(" | ")[0] for quote in quotes] == ["1"]


@pytest.mark.parametrize(
    "text",
    [
        "What did the report recommend?",
        "What did they recommend?",
        "What did the Robin review recommend?",
        "What did the 2019 review recommend?",
        "What did the review recommend about absence?",
        "What did the review find?",
        "What was agreed in the Wren review?",
        "Did the review recommend visits?",
        "List the attendance recommendations",
    ],
)
def test_a_question_for_anything_else_is_searched_for(held, text):
    assert asked_of_paper(text, held.documents(Filters())) is None
    assert listed(held, text) is None


def test_what_a_paper_asks_of_a_body_that_it_does_not_name_is_searched_for(held):
    assert listed(held, "What did the Wren review tell dentists to do?") is None


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("What is recommendation 2 of the Wren review?", "Melford Police"),
        ("What does the third recommendation of the Wren review say?", "All agencies"),
        ("Quote the last recommendation in the Wren review", "All agencies"),
        ("What is the Wren review's first recommendation?", "The council"),
    ],
)
def test_one_recommendation_is_asked_for_by_its_number(held, text, opens):
    (quote,) = listed(held, text)
    assert quote.startswith(opens)


def test_one_of_several_recommendations_is_not_told_as_all_there_are(held):
    answer = list_answer("What is recommendation 2 of the Wren review?", held, Filters(), "2026-01-01")
    assert answer.verdict.startswith("1 recommendation of the 3 that “")


def test_a_number_that_no_recommendation_has_is_told_with_those_that_there_are(held):
    answer = list_answer("What is recommendation 9 of the Wren review?", held, Filters(), "2026-01-01")
    assert answer.outcome == "not_found"
    assert answer.reason.endswith("Those that it makes: 1, 2, 3.")
