"""Questions in other words that ask the same are read in the wording that the rules know."""

from __future__ import annotations

import pytest

from assistant.understanding.reworded import reworded


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("Name the chair of the board.", "Who is the chair of the board?"),
        ("Who's the chair?", "Who is the chair?"),
        ("By whom is the board chaired?", "Who chairs the board?"),
        ("Who was the review of Ivy written by?", "Who is the author of the review of Ivy?"),
        ("Who is in charge of the plan?", "Who is responsible for the plan?"),
        ("What was the number of children on plans?", "How many children were on plans?"),
        ("Number of vacant posts", "How many vacant posts are there?"),
        ("What share of children were seen?", "What percentage of children were seen?"),
        ("On what day did the second audit take place?", "When was the second audit?"),
        ("What is the deadline for the training plan?", "When is the training plan due?"),
        ("How come the plan is late?", "Why the plan is late?"),
        ("What are foster carers' views on training?", "What do foster carers say about training?"),
        ("How did children feel about their plans?", "What do children say about their plans?"),
        ("Have there been any recommendations on neglect?", "Which recommendations are about neglect?"),
        ("Which actions have missed their deadline in Leeds?", "Which actions are overdue in Leeds?"),
        ("What is working well in Leeds?", "What are the strengths of Leeds?"),
    ],
)
def test_the_same_is_read_alike(asked: str, read: str) -> None:
    assert reworded(asked) == read


@pytest.mark.parametrize(
    "asked",
    [
        "Who chairs the board?",
        "What is the date of birth of Ivy?",
        "What is the name of the school?",
        "What did the feedback from parents change?",
        "How does the board know what children feel about it?",
        "What is the number of the recommendation on neglect?",
        "Who has to be told?",
    ],
)
def test_what_asks_something_else_stays(asked: str) -> None:
    assert reworded(asked) == asked
