"""A paper told in short."""

import pytest
from papers import library_with

from assistant.listing.lists import list_answer
from ingest.filters import Filters

REVIEW = """# Local Child Safeguarding Practice Review: Ivy

Published 22 May 2024

## Contents

The contents of the review are set out here.

## What happened

What happened and what was done about it . . . . . . . . . . . . . . . . . . 3

Ivy was seven weeks old when she died. She had been seen by two midwives.

### The night

Nobody had asked who would be at home.

## Good practice

Called early.

A midwife drew a diagram with the mother.

## Recommendations

The reviewers make two recommendations.

Recommendation 1: The trust should train every midwife by 31 July 2024.

Recommendation 2: The council should check ten files by 30 September 2024.
"""


@pytest.fixture
def ask(tmp_path):
    minutes = "# Minutes of 3 June 2024\n\nThe review of Ivy was noted.\n"
    with library_with(tmp_path, {"review-ivy-2024.md": REVIEW, "minutes.md": minutes}) as library:
        yield lambda text: list_answer(text, library, Filters(), "2026-01-01")


@pytest.mark.parametrize(
    "text",
    [
        "Give me a summary of the review of Ivy",
        "Can you summarise the Ivy review, please?",
        "Tell me about the review of Ivy.",
        "What is the Ivy review about?",
        "What are the key points of the review of Ivy?",
        "What are the lessons from Ivy?",
        "What did we learn from the Ivy review?",
    ],
)
def test_a_paper_is_told_by_what_stands_first_under_its_headings(ask, text):
    answer = ask(text)
    assert [one.text.split(": “")[0] for one in answer.statements] == [
        "What happened", "The night", "Good practice", "Recommendations", "Recommends", "Recommends",
    ]  # fmt: skip
    assert answer.citations[0].quote == "Ivy was seven weeks old when she died."
    assert answer.citations[2].quote == "A midwife drew a diagram with the mother."
    assert "its 2 recommendations" in answer.verdict


@pytest.mark.parametrize(
    "text",
    [
        "Tell me about neglect",
        "Tell me about Daniel",
        "Give me a summary of the review of Daniel",
        "What does the review of Ivy say about midwives?",
        "What are the main points of contact?",
        "Tell me about the minutes of 3 June 2024",
    ],
)
def test_what_is_no_paper_or_one_of_a_single_line_is_searched_for(ask, text):
    assert ask(text) is None
