"""What was closed with and without evidence, told apart by its status and by a question."""

from __future__ import annotations

import pytest
from papers import library_with

from assistant.actions.sift import sifted
from assistant.actions.track import track
from assistant.listing.actions import actions_answer
from ingest.filters import CURRENT

PLAN = """Ferring Safeguarding Children Partnership: action plan
Agreed 4 January 2024

Ref,Action,Lead,Due,Progress,Evidence
1,Relaunch the bruising protocol,Lena Orr,31 January 2024,Closed,
2,Letters to children after conferences,Piet Voss,31 January 2024,Closed,Audit in May: 9 of 10 had one
3,Quiet room at the clinic,Lena Orr,31 January 2024,Complete,Closed at the lead's request
4,Pool of supervisors,Piet Voss,31 January 2024,Complete,Four appointed; list held by the business unit
5,Hire a play therapist,Piet Voss,31 March 2024,Not started,
"""
BARE = ["Relaunch the bruising protocol", "Quiet room at the clinic"]


@pytest.fixture
def library(tmp_path):
    with library_with(tmp_path, {"action-plan.csv": PLAN}) as made:
        yield made


@pytest.mark.parametrize(("status", "count"), [("closed", 4), ("without_evidence", 2), ("open", 1)])
def test_closed_actions_are_listed_with_or_without_evidence(library, status, count):
    found = sifted(track(library, as_of="2024-06-30"), status=[status]).actions
    assert len(found) == count
    assert status != "without_evidence" or [action.text.text for action in found] == BARE


@pytest.mark.parametrize(
    "question",
    [
        "Which actions were closed without evidence?",
        "Which closed actions have no evidence?",
        "List the actions marked complete with no evidence.",
    ],
)
def test_a_question_lists_what_was_closed_without_evidence(library, question):
    answer = actions_answer(question, library, CURRENT, "2024-06-30")
    assert [any(text in one.text for one in answer.statements) for text in BARE] == [True, True]
    assert len(answer.statements) == len(BARE)
