"""What a row's own words and its status column say of how far an action is, and when they say it."""

from __future__ import annotations

import pytest
from papers import tracked

from assistant.actions.reading import read_report
from assistant.actions.track import track
from eval.actions import library_of

TITLE = "Quenby Safeguarding Children Partnership: action plan\nPosition at {day}\n\n"
HEAD = "Ref,Action,Lead,Due,Status,Progress\n"
PUBLISH = "Publish a threshold guide"
LATE = ("overdue", "reported_since")


@pytest.fixture
def followed(tmp_path):
    """The actions of a plan of a day with rows of text, status and progress, all due 31 July 2024."""

    def read(*rows, day="30 September 2024"):
        lines = [
            f'{at}.{at},{text} no. {at},Ann Ash,31 July 2024,{status},"{progress}"'
            for at, (text, status, progress) in enumerate(rows, 1)
        ]
        found = tracked(tmp_path, {"plan.csv": TITLE.format(day=day) + HEAD + "\n".join(lines)}).actions
        assert len(found) == len(rows)
        return found

    return read


UNFINISHED = [
    "Nothing done.",
    "None of the visits has been completed",
    "No sessions held or completed",
    "Will be completed by March 2025",
    "To be published in November 2024",
    "Should be finished before Christmas",
    "Half done",
    "60% complete",
    "Nearly complete",
    "Not yet done",
]
AUDIT = "Audit twelve files"


@pytest.mark.parametrize("progress", UNFINISHED)
def test_what_is_denied_to_come_or_done_in_part_is_not_read_as_done(progress):
    assert read_report(progress, "2024-09-30").state != "done"


def test_what_is_denied_to_come_or_done_in_part_is_open_and_due(followed):
    for action in followed(*((PUBLISH, "", progress) for progress in UNFINISHED)):
        assert (action.status, action.timing in LATE) == ("open", True)


@pytest.mark.parametrize(
    ("progress", "state"),
    [
        ("Four done.", "none"),
        ("4 of 12 files completed", "none"),
        ("Four of the twelve completed", "none"),
        ("Twelve done.", "done"),
        ("12 of 12 files completed", "done"),
        ("Completed: 9 of 12 files met the standard", "done"),
        ("100% complete", "done"),
        ("2 page guide published 3 May 2024", "done"),
        ("2023 audits completed", "done"),
        ("Target met", "done"),
        ("The audit of May completed", "done"),
        ("All files brought up to date and closed", "done"),
    ],
)
def test_a_count_below_what_was_asked_for_is_a_part(progress, state):
    assert read_report(progress, "2024-09-30", wording=AUDIT).state == state


def test_a_part_counted_after_the_due_day_is_overdue(followed):
    rows = [
        (AUDIT, "", "Four done."),
        (AUDIT, "", "4 of 12 files completed"),
        ("Audit 30 plans", "", "14 audited so far."),
    ]
    assert [action.timing for action in followed(*rows)] == ["overdue"] * 3


def test_an_unfinished_status_stands_over_prose_that_sounds_finished(followed):
    statuses = ("Red", "Amber", "In progress", "Overdue", "Not started", "Delayed", "Open")
    for action in followed(*((PUBLISH, status, "Completed in two teams") for status in statuses)):
        assert (action.status, action.timing) == ("open", "overdue")


def test_a_status_that_does_not_deny_it_leaves_what_was_done_done(followed):
    statuses = ("Complete", "Blue", "Green", "Agreed", "")
    for action in followed(*((PUBLISH, status, "Completed in May 2024") for status in statuses)):
        assert (action.status, action.timing) == ("done", "on_time")


@pytest.mark.parametrize(
    "prose", ["The audit will be completed by the spring.", "It should be completed soon."]
)
def test_prose_that_promises_says_nothing_of_what_was_done(prose):
    assert read_report(prose, "2024-09-30", prose=True).state != "done"


@pytest.mark.parametrize(
    ("day", "timing"), [("30 September 2024", "reported_since"), ("30 June 2024", "not_reported_since")]
)
def test_progress_is_a_report_where_it_is_told_after_the_due_day(followed, day, timing):
    action = followed((PUBLISH, "", "The data set shows 68% from quarter 2"), day=day)[0]
    assert (action.status, action.timing) == ("open", timing)


def test_a_contract_let_before_the_due_day_was_let_in_time(followed):
    row = ("Commission a missing service", "", "Contract let to Harbour on 18 May 2024.")
    assert [(one.status, one.timing) for one in followed(row)] == [("done", "on_time")]


def test_the_latest_word_is_no_due_date_and_no_bare_day(tmp_path):
    path = tmp_path / "plan.csv"
    head = "Ref,Action,Lead,Original due date,Revised due date,Progress,Date completed\n"
    row = "1,Publish a threshold guide,Ann Ash,31 July 2024,31 March 2025,Out to consult,2 September 2024\n"
    path.write_text(TITLE.format(day="30 September 2024") + head + row, encoding="utf-8")
    with library_of([path]) as library:
        action = track(library, as_of="2024-12-31").actions[0]
    assert action.due == "2025-03-31"
    assert [field.text for field in action.progress] == ["Out to consult", "2 September 2024"]
    assert action.latest.text == "Out to consult"


@pytest.mark.parametrize(
    ("progress", "status"),
    [
        ("Complete", "done"),
        ("Complete. Sent on 2 July 2024 to all 43 schools", "done"),
        ("Closed 12 July 2024", "done"),
        ("Complete. 51 replies came back from 19 schools", "evidenced"),
        ("Complete on 3 July 2024; 214 governors have signed for it", "evidenced"),
        ("Complete. The wait for a reply fell from 6 weeks to 2", "impact_shown"),
        ("Complete. Visits rose from 2 days a month to 5", "impact_shown"),
        ("Complete. 62% against a target of 90%; target not reached", "evidenced"),
        ("Complete. 62% against the 90% target", "evidenced"),
        ("Complete. Rose from 40% to 62% against a target of 90%", "impact_shown"),
        ("Complete. Opening moved from 9 days to 14 days in August", "done"),
    ],
)
def test_a_count_beside_done_is_evidence_and_a_change_is_impact(followed, progress, status):
    action = followed(("Send the guide to all 43 schools", "", progress))[0]
    assert action.status == status


@pytest.mark.parametrize(
    ("said", "state"),
    [("Printed 4 September 2024, 140 diaries", "done"), ("Draft uploaded 3 May 2024", "in_hand")],
)
def test_what_was_done_on_a_day_is_done_but_no_draft(said, state):
    assert read_report(said, "2024-10-12").state == state


@pytest.mark.parametrize(
    "progress", ["Briefings cancelled twice", "Leaflet printed. Visits cancelled; 4 of 9 made"]
)
def test_what_was_cancelled_of_another_thing_leaves_the_action_open(followed, progress):
    (action,) = followed((PUBLISH, "Red", progress))
    assert (action.status, action.timing) == ("open", "overdue")


@pytest.mark.parametrize(
    "progress", ["Cancelled", "Action cancelled", "Talked over. This was withdrawn in May"]
)
def test_an_action_that_is_itself_called_off_is_rejected(followed, progress):
    (action,) = followed((PUBLISH, "", progress))
    assert action.status == "rejected"
