"""The whole of a list that a paper sets down under a heading of its own."""

import pytest

from assistant.listing.lists import list_answer
from ingest.filters import Filters

NEW = """# Inspection of Melford local authority children’s services

Melford is good.

## What needs to improve?

- The timeliness of visits.
- The help for care leavers, in particular:
  - health histories
  - housing.

## The experiences of children in care: good

1. Children are seen often and know their workers well."""

OLD = """# Inspection of services for children in Melford

## The local authority

### Recommendations

1. Ensure that all children are seen.

## The Local Safeguarding Children Board

### Recommendations

2. Ensure that the board holds its members to account.
3. Publish the threshold document.

## Inspection findings

4. The board meets its duties."""


@pytest.fixture
def held(library, put_file):
    for name, published, text in (("new.md", "2024-03-04", NEW), ("old.md", "2017-02-01", OLD)):
        put_file(name, text, kind="inspection", published=published, subject="Melford")
    return library


def asked(held, text):
    return list_answer(text, held, Filters(), "2026-01-01")


@pytest.mark.parametrize(
    "text",
    [
        "What needs to improve in Melford?",
        "What are the areas for improvement in Melford?",
        "Which things should Melford fix first?",
        "What must Melford improve?",
    ],
)
def test_the_newest_papers_list_is_given_whole_each_point_with_its_own_points(held, text):
    answer = asked(held, text)
    assert [one.quote.split("\n")[0] for one in answer.citations] == [
        "The timeliness of visits.",
        "The help for care leavers, in particular:",
    ]
    assert answer.citations[1].quote.endswith("housing.")
    assert answer.verdict.startswith("All 2 points under “What needs to improve?”")
    assert "Older papers have such lists too" in answer.verdict


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("What were the recommendations to the LSCB in Melford?", 2),
        ("What were the recommendations for the council in Melford in 2017?", 1),
    ],
)
def test_a_list_is_put_to_the_body_that_the_nearest_heading_names(held, text, points):
    assert len(asked(held, text).citations) == points


def test_the_list_of_a_year_is_that_years(held):
    answer = asked(held, "What needed to improve in Melford in 2017?")
    assert [one.text.split(":")[0] for one in answer.statements] == [
        "To the council",
        "To the board",
        "To the board",
    ]


def test_a_list_that_the_paper_does_not_have_is_refused_with_that_reason(held):
    answer = asked(held, "What were the areas for priority action in Melford?")
    assert answer.outcome == "not_found"
    assert "sets down no list of that kind" in answer.reason


def test_a_list_on_something_is_searched_for(held):
    assert asked(held, "What needs to improve in early help in Melford?") is None
