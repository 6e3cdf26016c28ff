"""Questions for the rows of a challenge log."""

import pytest
from papers import library_with

from assistant.listing.challenges import challenges_asked
from assistant.listing.lists import list_answer
from ingest.filters import Filters

LOG = """# Independent scrutiny: challenge log 2024-25

Published 16 April 2025

Kept by Ann Vale, independent scrutineer.

| No. | Raised by | Challenge | To | Outcome | Closed |
|---|---|---|---|---|---|
| 1 | Ann Vale | Where is the evidence? | Executive | A column was added. | Yes |
| 2 | Bo Reed | Why is health silent? | Health agencies | One trust answers. | No |
| 3 | Ann Vale | What is different this time? | Wendle Police | | No |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    review = "# Review\n\nThe partnership faces challenges in keeping staff.\n"
    papers = {"challenge-log.md": LOG, "review.md": review}
    with library_with(tmp_path_factory.mktemp("papers"), papers) as library:
        yield library


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Which challenges are still open?", "23"),
        ("Which challenges have been closed?", "1"),
        ("How many challenges have not been answered?", "23"),
        ("Which challenges to the police are still open?", "3"),
        ("What has the scrutineer challenged?", "13"),
        ("What has Bo Reed challenged?", "2"),
        ("What challenges were put to health?", "2"),
        ("What came of the challenges?", "123"),
    ],
)
def test_the_rows_asked_for_are_quoted_whole(library, text, rows):
    answer = list_answer(text, library, Filters(), "2026-01-01")
    assert "".join(one.quote[0] for one in answer.citations) == rows
    assert f"{len(rows)} of the 3 challenges" in answer.verdict


def test_whom_no_row_names_is_searched_for(library):
    assert list_answer("What has Cy Lund challenged?", library, Filters(), "2026-01-01") is None


@pytest.mark.parametrize(
    "text",
    [
        "What challenges does the partnership face?",
        "What are the challenges for social workers?",
        "Do partners challenge each other?",
    ],
)
def test_what_is_hard_is_no_question_for_the_log(text):
    assert challenges_asked(text) is None
