"""Who led an inspection."""

import pytest

from assistant.listing.lists import list_answer
from ingest.filters import Filters


@pytest.fixture
def held(library, put_file):
    for name, published, place, line in (
        ("a.md", "2024-03-04", "Melford", "Lead inspector: Ann Poe, His Majesty’s Inspector"),
        ("b.md", "2020-03-04", "Melford", "Deputy lead inspector: Una Fell\n\nLead inspector: Bo May"),
        ("c.md", "2022-03-04", "Ashby", "Inspectors met many people."),
    ):
        text = f"# Inspection of {place} children’s services\n\n{line}\n\nServices in {place} are good."
        put_file(name, text, kind="inspection", published=published, subject=place)
    return library


def asked(held, text):
    return list_answer(text, held, Filters(), "2026-01-01")


def test_the_line_at_the_head_of_each_paper_is_quoted(held):
    answer = asked(held, "Who led the inspection of Melford?")
    assert [one.quote for one in answer.citations] == [
        "Lead inspector: Ann Poe, His Majesty’s Inspector",
        "Lead inspector: Bo May",
    ]


def test_a_paper_that_names_none_is_refused_with_that_reason(held):
    answer = asked(held, "Which inspector led the inspection of Ashby?")
    assert answer.outcome == "not_found"
    assert "names no lead inspector" in answer.reason


def test_who_did_something_else_is_searched_for(held):
    assert asked(held, "Who carried out the audit of Melford?") is None
