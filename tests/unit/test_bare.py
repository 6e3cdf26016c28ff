"""Courtesies around a question ask nothing, and are taken off before it is understood."""

from __future__ import annotations

import pytest

from assistant.understanding.bare import bare


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Can you tell me who chairs the board?", "Who chairs the board?"),
        ("Hi, could you please tell me when the last audit was? Thanks.", "When was the last audit?"),
        ("I'd like to know how many homes Wakefield runs.", "How many homes Wakefield runs."),
        ("I would like to know what the status of the backlog is", "What is the status of the backlog?"),
        ("Please can you list the overdue actions", "List the overdue actions"),
        ("Could you summarise the audit on neglect, please?", "Summarise the audit on neglect?"),
        ("Do you know if the plan was updated?", "Was the plan updated?"),
        ("Can you tell us whether or not children are seen alone?", "Are children seen alone?"),
        ("Good morning all. I was wondering what parents said of it.", "What parents said of it."),
        ("Thanks! And can you tell me when it meets?", "And when it meets?"),
        ("Sorry, what does that mean?", "What does that mean?"),
        ("Any idea who leads on neglect?", "Who leads on neglect?"),
        ("How many plans are late, do you know?", "How many plans are late?"),
        ("How many plans are late, please? Many thanks in advance", "How many plans are late?"),
        ("Who leads on neglect? Thank you very much.", "Who leads on neglect?"),
        ("My son is 17. Can you tell me who helps him?", "My son is 17. Who helps him?"),
        ("WHO CHAIRS THE BOARD?", "Who chairs the board?"),
        ("what I want to know is why the plan is late", "Why the plan is late"),
        ("Could anyone explain why it takes so long?", "Why it takes so long?"),
    ],
)  # fmt: skip
def test_courtesies_are_taken_off(typed: str, asked: str) -> None:
    assert bare(typed) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Who chairs the board?",
        "What did the thank you letter say?",
        "Do you know the children in Leeds?",
        "What can you tell me about neglect?",
        "Thanks",
        "Good practice: what is there?",
        "Morning meetings: who attends?",
        "Who is the TA?",
        "SEND",
        "Do families know about the careers advisers?",
        "Which services do children say they can ask when they need help?",
        "Tell me more",
        "What parents said",
        "Does anyone tell children what happens next?",
    ],
)
def test_what_is_asked_stays(text: str) -> None:
    assert bare(text) == text
