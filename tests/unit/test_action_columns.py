"""Tables are read by the column that holds the work: not by a score, a number or what was talked about."""

from __future__ import annotations

import pytest
from papers import actions_told, by_keyword

RETURN = """Ferring section 11 self-assessment 2024
Returned 5 November 2024

{header}
{rows}
"""
MINUTES = """# Ferring Safeguarding Children Partnership: minutes

Date of meeting: 5 November 2024

Present: Lena Orr, Piet Voss and Rhona Quill.

| No. | What was said | {column} |
|---|---|---|
| 1 | Holidays. PV told of the play scheme. | Noted. PV to send the rota to each school by 6 December 2024 |
| 2 | Clinic. {said} | Rhona Quill, list of rooms |
| 3 | Foster care. Two new carers. | Accepted with thanks |
| 4 | Website. | Publish the new referral form on the website |
"""


@pytest.fixture
def found(tmp_path):
    """The actions of papers given as `name=text`, by their words."""

    def read(**papers):
        return actions_told(tmp_path, by_keyword(papers), "2025-03-31")

    return read


@pytest.mark.parametrize(
    "header",
    [
        "Standard,Agency,Self-score (0-3),Moderated score (0-3),Comment",
        "Standard,Organisation,Agency rating 1 to 4,Peer score,Comments",
    ],
)
def test_a_score_against_a_standard_is_no_action(found, header):
    rows = "Listening to children,Ferring Hospitals,2,1,Four wards ask for no feedback"
    assert found(return__csv=RETURN.format(header=header, rows=rows)) == {}


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (
            "Standard,Agency,Area for improvement,Owner,Deadline",
            "3,Ferring Hospitals,Ask each ward for feedback,Lena Orr,31 January 2025",
        ),
        (
            "Finding,Recommendation,Owner,Deadline",
            "Wards differ,Ask each ward for feedback,Lena Orr,31 January 2025",
        ),
        (
            "Standard,Self-score,Area for improvement,Owner,Deadline",
            "Listening,2,Ask each ward for feedback,Lena Orr,31 January 2025",
        ),
    ],
)
def test_what_is_to_be_improved_is_the_action_and_not_what_it_is_about(found, header, row):
    actions = found(return__csv=RETURN.format(header=header, rows=row))
    assert list(actions) == ["Ask each ward for feedback"]


@pytest.mark.parametrize("column", ["Decision or action", "Actions agreed", "Outcome"])
def test_the_column_of_decisions_in_minutes_sets_actions(found, column):
    actions = found(minutes__md=MINUTES.format(column=column, said="Rooms are short."))
    assert list(actions) == [
        "PV to send the rota to each school by 6 December 2024",
        "Rhona Quill, list of rooms",
        "Publish the new referral form on the website",
    ]
    rota, rooms, form = actions.values()
    assert (rota.who, rota.due, rooms.who, form.owner) == ("Piet Voss", "2024-12-06", "Rhona Quill", None)


def test_what_was_said_in_a_row_of_minutes_tells_of_an_action(found):
    plan = (
        "Ferring Safeguarding Children Partnership: plan\nAgreed 2 April 2024\n\n"
        "Ref,Action,Lead,Due,Progress\n"
        "4.2,Send a guide to quiet rooms to each clinic,Lena Orr,30 September 2024,Landlord asked\n"
    )
    said = "LO said that the guide to quiet rooms has not been sent to the clinics."
    actions = found(plan__csv=plan, minutes__md=MINUTES.format(column="Action", said=said))
    action = actions["Send a guide to quiet rooms to each clinic"]
    assert action.latest.text == said
    assert action.timing == "overdue"


def test_a_standard_of_one_word_is_no_account_of_a_recommendation(found):
    letter = (
        "# Joint targeted area inspection of Ferring\n\nPublished 5 February 2024\n\n"
        "## What needs to improve\n\n- the quality of supervision and management oversight\n"
    )
    rows = "Supervision,Ferring Hospitals,In progress,School nurses had none for months"
    actions = found(
        letter__md=letter, return__csv=RETURN.format(header="Standard,Agency,Status,Comment", rows=rows)
    )
    assert not any("oversight" in words for words in actions)
