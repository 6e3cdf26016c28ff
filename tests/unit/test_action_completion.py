"""Plans that tell by a column of days or by a colour that an action is done."""

from __future__ import annotations

import pytest
from papers import tracked

from assistant.actions.columns import roles_of
from assistant.actions.track import track
from eval.actions import library_of

ROW = "1,Publish a threshold guide,Business manager,31 July 2024"
TITLE = "Quenby Safeguarding Children Partnership: action plan\nPosition at 30 September 2024\n\n"


@pytest.fixture
def planned(tmp_path):
    """The one action of a plan with these last columns and cells, and words below its table."""

    def read(columns, cells, below=""):
        text = f"{TITLE}Ref,Action,Lead,Due,{columns}\n{ROW},{cells}\n{below}"
        return tracked(tmp_path, {"plan.csv": text}).actions[0]

    return read


@pytest.mark.parametrize(
    "column", ["Completed", "Date completed", "Completion date", "Closed on", "Actual completion date"]
)
@pytest.mark.parametrize(("day", "timing"), [("20 July 2024", "on_time"), ("12/08/2024", "late")])
def test_a_day_of_completion_reports_the_action_done_on_that_day(planned, column, day, timing):
    action = planned(column, day)
    assert (action.status, action.timing, action.due) == ("done", timing, "2024-07-31")
    assert action.progress[-1].text == day


@pytest.mark.parametrize("cell", ["", "31 March 2025", "Expected 20 July 2024", "No", "Not completed"])
def test_a_column_of_completion_without_a_day_gone_by_completes_nothing(planned, cell):
    assert planned("Completed", cell).status == "open"


def test_a_completion_date_is_the_due_day_where_no_other_column_gives_one():
    assert "completed" not in roles_of(["Action", "Lead", "Completion date", "Progress"])
    assert roles_of(["Action", "Completion date", "Target date"]) == {
        "action": (0,),
        "completed": (1,),
        "due": (2,),
    }


@pytest.mark.parametrize(
    ("colour", "status", "timing"),
    [
        ("Blue", "done", "no_date"),
        ("B", "done", "no_date"),
        ("Red", "open", "overdue"),
        ("Amber", "open", "overdue"),
        ("Green", "open", "reported_since"),
    ],
)
def test_colours_without_a_key_are_read_as_is_usual(planned, colour, status, timing):
    action = planned("Progress,RAG", f"The guide has 40 pages,{colour}")
    assert (action.status, action.timing) == (status, timing)


def test_the_key_that_a_plan_prints_goes_before_what_is_usual(planned):
    assert planned("RAG", "Blue", "Key: Blue = not started; Green = complete").status == "open"
    assert planned("RAG", "Green", "Key: Blue = not started; Green = complete").status == "done"


def test_a_second_line_of_a_header_names_the_columns_below_it(tmp_path):
    lines = ["Ref,Action,Owner,,Dates,", ",,Lead,Agency,Due,Completed"]
    row = "1,Publish a threshold guide,Ann Ash,Council,31 July 2024,20 July 2024"
    path = tmp_path / "plan.csv"
    path.write_text("\n".join([TITLE + lines[0], lines[1], row]), encoding="utf-8")
    with library_of([path]) as library:
        actions = track(library, as_of="2024-12-31").actions
    assert [(one.number, one.owner.text, one.status, one.timing) for one in actions] == [
        ("1", "Ann Ash", "done", "on_time")
    ]
