"""Doubt and non-assurance, low counts, audits that minutes speak of, and silences that a statement fills."""

from functools import partial

import pytest
from ledgers import gaps, ledger, texts

from assistant.statements.figures import falls_short


@pytest.fixture
def told(told):
    """Adds a paper as the shared one does, an annual report where nothing else is said."""
    return partial(told, kind="annual_report")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("feedback", "I am not yet assured that the views of young people change how we work."),
        ("feedback", "We cannot say whether children's voices shape our plans."),
        ("lessons", "We do not know whether practice changed after the courses."),
        ("lessons", "There is little evidence that learning from reviews changed practice."),
        ("action", "The scrutineer asked the council about the overdue protocol and has had no reply."),
        ("action", "The challenge about the protocol was not answered."),
        ("lessons", "We have not checked whether night staff received it."),
        ("lessons", "It is not known how many read the bulletin."),
        ("feedback", "No parents or children were spoken to because of the time available."),
        ("feedback", "We did not ask families about their experience in this audit."),
        ("feedback", "Only three of the ten records held the child's wishes and feelings."),
        ("feedback", "She read ten plans and found that six of them recorded the views of the child."),
    ],
)
def test_doubt_and_low_counts_stand_against_the_question_they_are_about(library, told, question, sentence):
    told("report.txt", "# Scrutiny", sentence)
    found = ledger(library, question)
    assert texts(found.against) == [sentence]
    assert sentence not in texts(found.for_)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("feedback", "Nine of the ten records held the child's wishes and feelings."),
        ("feedback", "I am assured that the views of young people change how the board works."),
        (
            "action",
            "The scrutineer asked the council about the protocol and was given an answer within a week.",
        ),
    ],
)
def test_assurance_and_high_counts_are_not_against(library, told, question, sentence):
    told("report.txt", "# Scrutiny", sentence)
    assert not ledger(library, question).against


def test_young_people_at_a_workshop_are_heard_and_are_no_front_line(library, told):
    sentence = "Sixty-eight young people took part in our workshops."
    told("report.txt", "# Scrutiny", sentence)
    assert texts(ledger(library, "feedback").for_) == [sentence]
    assert not ledger(library, "lessons").for_


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("five of eight records", True),
        ("eight conferences, of which five of them recorded it", True),
        ("seven of eight records", False),
        ("45% of plans", True),
        ("92% of plans", False),
        ("five records", False),
        ("numbers fell from 40% to 20%", False),
    ],
)
def test_a_share_that_falls_short_is_told_from_others(text, short):
    assert falls_short(text) is short


PLAN = "Our priorities for 2024-25 are neglect, disabled children and early help."


def test_an_audit_that_minutes_speak_of_is_not_said_never_to_have_been(library, told):
    told("plan.txt", PLAN, kind="action_plan", title="Business plan 2024-25")
    told("minutes.txt", "The board heard of the audit of early help.", kind="minutes", published="2024-09-01")
    found = ledger(library, "priorities")
    matrix = {row[0]: row[2] for row in found.tables[0].rows}
    assert matrix == {"neglect": "no", "disabled children": "no", "early help": "spoken of, no report"}
    assert "The report of an audit of early help (a priority of 2024-25), which a paper speaks of" in gaps(
        found
    )
    asked = " ".join(challenge.text for challenge in found.challenges)
    assert "“early help” was a priority of 2024-25, and no audit" not in asked
    assert "“neglect” was a priority of 2024-25, and no audit" in asked


@pytest.mark.parametrize(
    "sentence", ["An audit of early help will be done next year.", "There was no audit of early help."]
)
def test_an_audit_to_come_or_denied_is_none_that_is_spoken_of(library, told, sentence):
    told("plan.txt", PLAN, kind="action_plan", title="Business plan 2024-25")
    told("minutes.txt", sentence, kind="minutes", published="2024-09-01")
    matrix = {row[0]: row[2] for row in ledger(library, "priorities").tables[0].rows}
    assert matrix["early help"] == "no"


def test_what_stands_for_fills_the_silence_that_it_answers(library, told):
    told(
        "report.txt",
        "Sixty parents of young children answered our survey in the spring.",
        "As a result of the survey, letters now go out in plain words.",
    )
    found = ledger(library, "feedback")
    assert len(found.for_) == 2
    assert "A change that followed" not in gaps(found)
    assert "A way in which" not in gaps(found)
    assert "What has changed because of what they said" not in " ".join(one.text for one in found.challenges)


def test_what_was_asked_and_changed_nothing_leaves_the_silence(library, told):
    told("report.txt", "Sixty parents of young children answered our survey in the spring.")
    found = ledger(library, "feedback")
    assert "A change that followed" in gaps(found)
    assert "A way in which" not in gaps(found)
    assert "What has changed because of what they said" in " ".join(one.text for one in found.challenges)


def test_what_is_denied_of_something_bad_is_praise(library, told):
    said = "Leaders are not complacent and act quickly to make the changes needed."
    told("letter.txt", said, kind="inspection")
    found = ledger(library, "action")
    assert said not in texts(found.against)
    assert texts(found.for_) == [said]


def test_how_an_inspection_was_received_is_no_good_practice(library, told):
    practice = "Practitioners visit families in the evening, which helps children well."
    told(
        "letter.txt",
        "# Strengths",
        "Partners were receptive to the findings of this inspection.",
        practice,
        kind="inspection",
    )
    assert texts(ledger(library, "good_practice").for_) == [practice]
