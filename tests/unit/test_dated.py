"""When a paper came out."""

import pytest

from assistant.listing.lists import list_answer
from ingest.filters import Filters


@pytest.fixture
def held(library, put_file):
    findings = "## Findings\n\nThe neglect strategy should be published by 12 February 2025."
    for name, text, by_hand in (
        ("a.md", "# Audit of neglect\n\nMelford Safeguarding Board, 12 February 2025", {}),
        ("b.md", "# Safeguarding practice review: Ivy\n\nAgreed 8 May 2024; published 22 May 2024", {}),
        ("c.md", "# Training plan\n\nPublished 3 March 2023", {"published": "2023-04-01"}),
    ):
        put_file(name, f"{text}\n\n{findings}", **by_hand)
    return library


def asked(held, text):
    answer = list_answer(text, held, Filters(), "2026-01-01")
    return [one.quote for one in answer.citations] if answer else None


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            "When was the neglect audit published?",
            "Melford Safeguarding Board, 12 February 2025",
        ),
        ("When did the Ivy review come out?", "Agreed 8 May 2024; published 22 May 2024"),
        ("What is the date of the review of Ivy?", "Agreed 8 May 2024; published 22 May 2024"),
    ],
)
def test_a_paper_s_own_date_is_quoted_from_the_line_at_its_head(held, question, line):
    assert asked(held, question) == [line]


@pytest.mark.parametrize(
    "question",
    [
        "When was the neglect strategy published?",
        "What is the date of birth of Ivy?",
        "When was the neglect audit agreed?",
        "When was the training plan published?",
    ],
    ids=["no paper of the library", "of no paper", "another day than its own", "a date set by hand"],
)
def test_what_no_line_at_a_paper_s_head_gives_is_searched_for(held, question):
    assert asked(held, question) is None


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("When was the last neglect audit?", "Melford Safeguarding Board, 12 February 2025"),
        ("When was neglect last audited?", "Melford Safeguarding Board, 12 February 2025"),
        ("When did we last audit neglect?", "Melford Safeguarding Board, 12 February 2025"),
        ("When was the latest practice review done?", "Agreed 8 May 2024; published 22 May 2024"),
    ],
)
def test_the_last_of_a_sort_is_the_newest_paper_so_called(held, question, line):
    assert asked(held, question) == [line]


@pytest.mark.parametrize(
    "question",
    ["When was supervision last audited?", "When was the last time Ivy was seen?", "When did we last meet?"],
)
def test_what_no_paper_is_called_is_searched_for(held, question):
    assert asked(held, question) is None


def test_an_inspection_tells_its_days_before_its_date(held, put):
    text = "Inspection of Melford\nInspection dates: 20 to 24 January 2025\nPublished: 4 March 2025\nGood."
    put("i.txt", text, into=held, title="Inspection of Melford", kind="inspection", published="2025-03-04")
    assert asked(held, "When was the last inspection?")[0] == "Inspection dates: 20 to 24 January 2025"


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("What's the oldest paper here?", "Agreed 8 May 2024; published 22 May 2024"),
        ("Which is the newest document in the library?", "Melford Safeguarding Board, 12 February 2025"),
        ("What was the last audit?", "Melford Safeguarding Board, 12 February 2025"),
        ("What is the latest review?", "Agreed 8 May 2024; published 22 May 2024"),
    ],
)
def test_the_oldest_or_newest_paper_is_told_by_the_line_that_gives_its_date(held, question, line):
    held.edit(held.record("c.md").id, published="")
    assert asked(held, question) == [line]


@pytest.mark.parametrize(
    "question",
    ["What is the latest on neglect?", "What was the last audit's finding?", "What is the first paper cut?"],
)
def test_other_things_at_an_end_are_searched_for(held, question):
    assert asked(held, question) is None
