"""What minutes set under a number or at the end of a paragraph, and what their table says came of it."""

from __future__ import annotations

import pytest

from assistant.actions.reading import read_report
from assistant.actions.track import track
from eval.actions import library_of

MINUTES = """# Ferring Safeguarding Children Partnership: minutes of the executive

Date of meeting: 5 November 2024

Present: Lena Orr, Piet Voss and Rhona Quill.

## 3. Clinics

{text}
"""
MATTERS = """| Action | Who | Outcome |
|---|---|---|
| 2.1 Letter to the dentists about children in care | Lena Orr | Sent 3 October 2024 |
| 2.2 Paper on holiday schemes | Piet Voss | Not done |
"""


@pytest.fixture
def found(tmp_path):
    """The actions of minutes with this text."""

    def read(text):
        (tmp_path / "minutes.md").write_text(MINUTES.format(text=text), encoding="utf-8")
        with library_of([tmp_path]) as library:
            return track(library, as_of="2025-03-31").actions

    return read


@pytest.mark.parametrize("label", ["Action 3.1:", "**Action 3.1:**", "ACTION LO4 –", "ACTION 3a:"])
def test_an_action_under_its_number_is_set_within_a_paragraph(found, label):
    (action,) = found(f"The rota was read. {label} Lena Orr to write to the surgeries by 6 January 2025.")
    assert (action.who, action.due) == ("Lena Orr", "2025-01-06")


@pytest.mark.parametrize(
    ("close", "due"),
    [(", 6 January 2025.", "2025-01-06"), (" (January 2025).", "2025-01-31"), (", 6 June 2024.", None)],
)
def test_a_day_to_come_closes_an_action(found, close, due):
    (action,) = found(f"Action: Lena Orr to write to the surgeries{close}")
    assert action.due == due


def test_an_action_is_set_for_all_agencies(found):
    (action,) = found("Action 3.2: all agencies to answer the audit in writing by 6 January 2025.")
    assert (action.owner.text, action.due) == ("all agencies", "2025-01-06")


def test_an_outcome_where_nothing_is_due_is_what_came_of_the_action(found):
    letter, paper = found(MATTERS)
    assert (letter.status, letter.latest.text) == ("done", "Sent 3 October 2024")
    assert (paper.status, paper.latest.text) == ("open", "Not done")


def test_not_to_accept_that_something_is_so_rejects_nothing():
    claim = "Ms Orr did not accept that schools stay away by choice."
    assert read_report(claim, "2024-11-05", prose=True).state == "none"
    refused = "The executive did not accept the recommendation on schools."
    assert read_report(refused, "2024-11-05", prose=True).state == "rejected"
