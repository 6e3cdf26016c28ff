"""The priorities that a partnership's own papers list."""

import pytest
from papers import library_with

from assistant.listing.lists import list_answer
from assistant.listing.own_priorities import priorities_asked
from ingest.filters import Filters

PLAN = """# Melford Safeguarding Children Partnership: business plan 2024-25

Published 20 March 2024

## Priority 1: Neglect

We want to see it sooner.

## Priority 2: Infants under one

We want to see them.
"""
REPORT = """# Melford Safeguarding Children Partnership: annual report 2023-24

Published 25 September 2024

We report on three priorities: neglect, early help and children who go missing.

The plan for 2024-25 has two priorities: neglect and infants.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    papers = {"business-plan-2024-25.md": PLAN, "annual-report-2023-24.md": REPORT}
    with library_with(tmp_path_factory.mktemp("papers"), papers) as library:
        yield library


@pytest.mark.parametrize(
    ("text", "year", "quotes"),
    [
        ("What are our priorities?", "2024-25", ["Priority 1: Neglect", "Priority 2: Infants under one"]),
        (
            "What were the Partnership's priorities in 2023-24?",
            "2023-24",
            ["three priorities: neglect, early help and children who go missing."],
        ),
    ],
)
def test_the_paper_of_the_year_lists_its_priorities(library, text, year, quotes):
    answer = list_answer(text, library, Filters(), "2026-01-01")
    assert [one.quote for one in answer.citations] == quotes
    assert f"priorities of {year}" in answer.verdict


@pytest.mark.parametrize(
    "text", ["What are our priorities for 2019-20?", "What were the priorities in 2021-22?"]
)
def test_a_year_that_no_paper_lists_priorities_of_is_searched_for(library, text):
    assert list_answer(text, library, Filters(), "2026-01-01") is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What are Melford's priorities?", True),
        ("List our strategic priorities", True),
        ("What are the Board's current priorities?", True),
        ("What are our workforce priorities?", False),
        ("What are the priorities of the inspection?", False),
        ("What do our priorities say about neglect?", False),
        ("Which priorities had no audit?", False),
    ],
)
def test_only_a_question_for_the_priorities_themselves_wants_the_list(text, asked):
    assert priorities_asked(text) is asked
