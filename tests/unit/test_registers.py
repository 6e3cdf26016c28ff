"""Questions about a whole library, answered from the ledger that knows, with quotations of both sides."""

from __future__ import annotations

import pytest
from papers import library_with

from assistant.key_questions.questions import ledgers
from assistant.listing.registered import register_answer
from assistant.listing.registers import register_asked, register_for
from eval.registers import decisions
from eval.sets.gold import split_of
from ingest.filters import Filters

DAY = "2025-12-31"
SURVEY = """# What young people told us: Otter Club survey 2025

Written by young people of the Otter Club, Fenwold Safeguarding Children Partnership

Published on 3 March 2025

## What we said

We said that the letters are too long for us to read.

We said that nobody tells us what happens next.
"""
TRACKER = """Fenwold Safeguarding Children Partnership: action tracker
Updated 1 September 2025

ID,Source,Action,Owner,Deadline,Update,Status
F1,Survey 2025,Shorter letters,Ada Quist,31 July 2025,One-page letter sent since June 2025,Complete
F2,Review of Larch,Hire a second lawyer,Ben Ruddle,31 July 2025,In post since 4 June 2025,Complete
F3,Review of Larch,Print the flood map,Ben Ruddle,31 July 2025,Not begun,Open
"""
UPDATE = """# Larch: progress update

Report to Fenwold Safeguarding Children Partnership

Date of report: 3 November 2025

| ID | Action | Owner | Deadline | Position at 3 November 2025 |
|---|---|---|---|---|
| F2 | Hire a second lawyer | Ben Ruddle | 31 July 2025 | Not complete. No lawyer was ever hired |
"""


@pytest.fixture
def fenwold(tmp_path):
    """A library of a survey, a tracker and an update that denies a row of it."""
    papers = {"otter-survey-2025.md": SURVEY, "tracker-2025-09.csv": TRACKER, "update-2025-11.md": UPDATE}
    with library_with(tmp_path, papers) as library:
        yield library


def test_the_dev_half_of_the_gold_is_told_from_its_look_alikes():
    wrong = [row for row in decisions() if split_of(row[0]) == "dev" and row[1] != row[2]]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "ledger", "topic", "papers"),
    [
        ("Do the Larch plan and the log agree on fees?", "contradictions", "fees", ("larch plan", "log")),
        ("Which recommendations about sleep keep coming back?", "repeats", "sleep", ()),
        ("What have we said more than once about sleep?", "repeats", "sleep", ()),
        ("What have reviews said again and again about sleep?", "repeats", "sleep", ()),
        ("Which recommendations about sleep have no owner?", "recommendations", "sleep", ()),
        ("Do the papers disagree about the return of plans?", "contradictions", "return of plans", ()),
    ],
)
def test_a_question_is_limited_by_its_topic_and_by_the_papers_that_it_names(text, ledger, topic, papers):
    asked = register_asked(text)
    assert (asked.ledger, asked.topic, asked.papers) == (ledger, topic, papers)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("whats overdue", "scrutiny actions --timing overdue"),
        ("List overdue actions", "scrutiny actions --timing overdue"),
        ("How many recommendations are in the Wren review?", "scrutiny recommendations"),
        ("Which visits to children are overdue?", ""),
        ("What is late?", "scrutiny actions --timing overdue"),
        ("How many children are in care?", ""),
    ],
)
def test_what_is_reckoned_or_counted_has_a_command_of_its_own(text, command):
    told = register_for(text)
    assert command in told
    assert bool(told) is bool(command)


@pytest.mark.parametrize(
    "text",
    ["Which papers contradict each other?", "Do the tracker and the update agree about the lawyer?"],
)
def test_both_sides_of_a_disagreement_are_quoted_and_the_command_is_named(fenwold, text):
    answer = register_answer(text, fenwold, Filters(), DAY)
    assert [one.document for one in answer.citations] == ["tracker-2025-09.csv", "update-2025-11.md"]
    assert "In post since 4 June 2025" in answer.statements[0].text
    assert "No lawyer was ever hired" in answer.statements[0].text
    assert "scrutiny actions --contradictions" in answer.verdict


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Do the tracker and the update agree about the flood map?", "No disagreement"),
        ("Do the tracker and the scorecard agree?", "called “scorecard”"),
        ("Which recommendations keep coming back?", "an earlier paper had made"),
    ],
)
def test_where_the_ledger_has_nothing_the_answer_is_a_refusal_that_says_so(fenwold, text, said):
    answer = register_answer(text, fenwold, Filters(), DAY)
    assert answer.outcome == "not_found"
    assert said in answer.reason


@pytest.mark.parametrize(
    ("text", "ledger"),
    [
        ("What should the board be worried about?", "gaps"),
        ("What are our weaknesses?", "gaps"),
        ("What isn't working?", "gaps"),
        ("What are parents worried about?", ""),
        ("Which schools are not working with us?", ""),
        ("What weaknesses did inspectors find in Melford?", ""),
        ("What have children said more than once about social workers?", ""),
    ],
)
def test_what_is_to_worry_about_is_what_speaks_against_the_board(text, ledger):
    asked = register_asked(text)
    assert (asked.ledger if asked else "") == ledger


@pytest.mark.parametrize("text", ["Which key questions have no evidence?", "What has been missed?"])
def test_key_questions_are_shown_with_their_verdicts_and_what_no_paper_has(fenwold, text):
    answer = register_answer(text, fenwold, Filters(), DAY)
    assert "scrutiny questions" in answer.verdict + answer.reason
    assert answer.gaps


def test_what_was_done_about_a_survey_is_a_change_that_followed(fenwold):
    (feedback,) = ledgers(fenwold, ("feedback",), as_of=DAY)
    assert any("One-page letter sent since June 2025" in claim.text for claim in feedback.for_)
    assert not any("lawyer" in claim.text.lower() for claim in feedback.for_)
    assert not any(gap.what.startswith("A change") for gap in feedback.silent)


def test_what_was_done_in_time_speaks_for_action(fenwold):
    (action,) = ledgers(fenwold, ("action",), as_of=DAY)
    assert any("Shorter letters" in claim.text for claim in action.for_)


@pytest.mark.parametrize(
    "text",
    [
        "do the \x01 and the minutes contradict each other?",
        "which papers \x01 contradict \x00 each other?",
    ],
)
def test_control_characters_in_a_question_stand_for_nothing(text):
    asked = register_asked(text)
    assert asked is None or not any("\x01" in paper or "\x00" in paper for paper in asked.papers)


def test_an_area_may_be_asked_about_by_its_name(put, library):
    put(
        "a.txt",
        "Melford\nThe board does not know what children think.",
        subject="Melford",
        kind="annual_report",
    )
    put("b.txt", "Ashby\nThe board does not know what children think.", subject="Ashby", kind="annual_report")
    answer = register_answer("What should Ashby's board be worried about?", library, Filters(), DAY)
    assert "Ashby" in answer.verdict + answer.reason
    assert register_answer("What are Ashby's parents worried about?", library, Filters(), DAY) is None
