"""Sentences that only say what a paper is."""

import pytest

from assistant.select import _says_nothing, _tells_nothing
from assistant.sentences.front_matter import is_front_matter, only_names
from assistant.understanding.understand import understand
from ingest.passage import Passage


@pytest.mark.parametrize(
    ("sentence", "headings", "front"),
    [
        ("This letter summarises the findings on neglect in Harrow.", (), True),
        ("Leaders know where neglect is found.", ("Findings", "Information about this inspection"), True),
        ("Section 2: neglect in Harrow ........ 14", (), True),
        ("Leaders know where neglect is found.", ("Contents", "Findings"), False),
        ("A letter to parents tells of neglect in Harrow.", (), False),
        ("The number of plans for neglect fell to 14", (), False),
    ],
)
def test_front_matter_is_told_by_its_words_its_heading_or_its_dots(sentence, headings, front):
    assert is_front_matter(sentence, Passage("p", "d", 0, len(sentence), sentence, headings)) is front


def test_a_papers_title_tells_nothing():
    said = Passage("p", "d", 0, 10, "Joint inspection of Harrow")
    asked = understand("Who inspected Harrow?", {"Harrow"})
    assert _tells_nothing(asked, "Inspection of Harrow", said, "Joint inspection of Harrow, 2023")
    assert not _tells_nothing(asked, "Lead inspector: Priya Nandakumar", said, "Joint inspection of Harrow")


def test_a_heading_tells_nothing_but_what_is_asked_for():
    grade = "The experiences of care leavers: inadequate"
    said = Passage("p", "d", 0, 10, "…", ("Findings", grade))
    assert _tells_nothing(understand("What are the findings on care leavers?"), "Findings", said, "Report")
    assert not _tells_nothing(understand("How were care leavers judged?"), grade, said, "Report")


def test_a_heading_that_praises_tells_nothing_and_one_that_gives_a_grade_does():
    said = Passage("p", "d", 0, 10, "…", ("Good practice", "Care leavers: good"))
    asked = understand("Is supervision good?")
    assert _tells_nothing(asked, "Good practice", said, "Report")
    assert _tells_nothing(understand("How was supervision judged?"), "Good practice", said, "Report")
    assert not _tells_nothing(asked, "Care leavers: good", said, "Report")


@pytest.mark.parametrize(
    ("sentence", "question", "left_out"),
    [
        ("E: help@example.org W: www.example.org/help", "What did inspectors say of Harrow?", True),
        ("T: 01632 960 001", "What did inspectors say of Harrow?", True),
        ("E: help@example.org W: www.example.org/help", "What is the e-mail address?", False),
        ("Staff ask families to write to help@example.org before each visit.", "What do staff do?", False),
        ("Ada Quill, Medical Director, Fenland Care Board", "Has the care board paid?", True),
        ("Present: Ada Quill (Chair), Tom Reed (Fenland Police)", "How many Fenland officers left?", True),
        ("Present: Ada Quill (Chair), Tom Reed (Fenland Police)", "Who is the chair?", False),
        ("Present: Ada Quill (Chair), Tom Reed (Fenland Police)", "Did the police attend?", False),
        ("Present: Ada Quill (Chair), Tom Reed (Fenland Police)", "What does Ada Quill do?", False),
        ("The Queen’s Inspector of Prisons and Schools", "What did inspectors find in Harrow?", True),
        ("Ada Quill, the Medical Director, is pleased with the work.", "Are they pleased?", False),
        ("Fostering | Ada Quill, Designated Doctor, Fenland Care Board", "How is fostering?", False),
    ],
)
def test_addresses_and_lists_of_people_are_left_out_unless_asked_for(sentence, question, left_out):
    assert only_names(sentence, understand(question, {"Fenland", "Harrow"})) is left_out


@pytest.mark.parametrize(
    ("sentence", "question", "nothing"),
    [
        ("Ada Quill", "What did Ada Quill think of the training?", True),
        ("Care leavers: good", "Are care leavers’ services good?", False),
        ("Date: Mon, 12 May 2025 16:42", "Which actions have no evidence?", True),
        ("Date: Mon, 12 May 2025 16:42", "When was the e-mail sent?", False),
        ("[Fenland (May 2025)](#)", "What changed in Fenland?", True),
        ("Training: it made a difference.", "What did Ada Quill think of the training?", False),
    ],
)
def test_names_alone_heads_and_links_say_nothing(sentence, question, nothing):
    assert _says_nothing(sentence, understand(question, {"Fenland"})) is nothing
