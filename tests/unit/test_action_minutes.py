"""What minutes set under a number or at the end of a paragraph, and what their table says came of it."""

from __future__ import annotations

import pytest
from papers import tracked

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
TRACKER = """# Ferring Safeguarding Children Partnership: action tracker

Date: 5 September 2024

| No. | Action | Owner | Due | Status |
|---|---|---|---|---|
| {number} | Write to the dentists about children in care | Lena Orr | 31 July 2024 | {status} |
"""


@pytest.fixture
def followed(found, tmp_path):
    """A tracker's action after minutes said this of it."""

    def read(status, text, number="4"):
        (tmp_path / "tracker.md").write_text(TRACKER.format(number=number, status=status), encoding="utf-8")
        (action,) = found(f"## Action tracker\n\n{text}")
        return action

    return read


@pytest.fixture
def found(tmp_path):
    """The actions of minutes with this text."""

    def read(text):
        return tracked(tmp_path, {"minutes.md": MINUTES.format(text=text)}, "2025-03-31").actions

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


@pytest.mark.parametrize(
    ("status", "said", "expected"),
    [
        ("Complete", "Ms Quill asked that action 4 be reopened. Agreed.", "open"),
        ("Complete", "Ms Quill asked to reopen action 4, and this was agreed.", "open"),
        ("Complete", "Ms Quill proposed that action 4 be reopened.", "done"),
        ("Complete", "Ms Quill asked that action 4 be reopened. Not agreed.", "done"),
        ("Complete", "Ms Quill asked to reopen the clinic under action 4. Agreed that Ms Orr write.", "done"),
        ("In progress", "Ms Quill asked that action 4 be closed. The executive agreed.", "done"),
        ("In progress", "Agreed to close action 4.", "done"),
        ("In progress", "Ms Quill asked that action 4 be closed.", "open"),
        ("In progress", "Action 4. Ms Quill asked that it be closed. Not agreed.", "open"),
        ("In progress", "Action 4: Ms Orr asked for closure. Agreed.", "done"),
        ("In progress", "Closure of action 4 was requested by Ms Orr.", "open"),
        ("In progress", "Action 4: Ms Orr asked about the closure of the ward. Agreed.", "open"),
        ("In progress", "Action 4: Ms Orr asked about the closure. Agreed.", "open"),
        ("In progress", "Action 4: Ms Quill asked Mr Voss to close the gap in training. Agreed.", "open"),
    ],
)
def test_what_is_asked_for_an_action_counts_once_it_is_agreed(followed, status, said, expected):
    assert followed(status, said).status == expected


@pytest.mark.parametrize(
    ("status", "said", "expected"),
    [
        ("In progress", "it be closed. Agreed.", "done"),
        ("In progress", "it be closed. Not agreed.", "open"),
        ("In progress", "it be closed.", "open"),
        ("Complete", "it be reopened. Agreed.", "open"),
        ("Complete", "it be reopened. Not agreed.", "done"),
    ],
)
def test_so_it_does_in_an_item_under_the_number_of_an_action(followed, status, said, expected):
    text = f"21/26 Letter to dentists: Ms Quill asked that {said}"
    assert followed(status, text, "21/26").status == expected


@pytest.mark.parametrize(
    ("answer", "due"), [("Agreed.", "2025-03-31"), ("", "2024-07-31"), ("This was not agreed.", "2024-07-31")]
)
def test_a_date_is_moved_once_that_is_agreed(followed, answer, due):
    assert followed("In progress", f"Ms Orr asked to extend action 4 to 31 March 2025. {answer}").due == due


def test_an_agreed_proposal_is_quoted_with_the_answer(followed):
    said = "Ms Quill asked that action 4 be reopened. Agreed."
    assert followed("Complete", said).latest.text == said


@pytest.mark.parametrize("after", ["This will be led by Piet Voss.", "Piet Voss will lead on this work."])
def test_the_sentence_after_an_action_names_its_owner(found, after):
    (action,) = found(f"The rota for clinics will be reviewed by 6 January 2025. {after}")
    assert (action.who, action.owner.text) == ("Piet Voss", "Piet Voss")


def test_a_letter_that_asks_somebody_for_something_by_a_day_sets_an_action(tmp_path):
    mail = (
        "From: Ann Ash <ann.ash@ferring.example>\nTo: Board <board@ferring.example>\n"
        "Subject: Ferring Safeguarding Children Partnership\nDate: Mon, 02 Sep 2024 09:12:00 +0000\n\n"
        "Dear all,\n\nWould each agency’s safeguarding lead please send Piet the rota by 4 October 2024.\n\n"
        "Would you please bring a pen.\n"
    )
    (tmp_path / "mail.eml").write_text(mail, encoding="utf-8")
    with library_of([tmp_path]) as library:
        (action,) = track(library, as_of="2024-09-30").actions
    assert (action.owner and action.owner.text, action.due) == (
        "each agency’s safeguarding lead",
        "2024-10-04",
    )


@pytest.mark.parametrize(
    "close",
    [
        "Date of next meeting: 14 January 2025.",
        "## 9. Date of next meeting\n\nTuesday 14 January 2025, 2pm.",
        "The next safeguarding executive meeting will be held on 14 January 2025.",
        "The group meets again at 2 p.m. on 14 January 2025.",
        "Future meetings: 14 January 2025, 11 March 2025.",
    ],
)
def test_what_is_due_at_the_next_meeting_is_due_on_its_day(found, close):
    table = "| Action | Who | Due |\n|---|---|---|\n| Count the holiday places | Piet Voss | Next meeting |"
    first, second = found(f"Action: Lena Orr to bring the rota to the next meeting.\n\n{table}\n\n{close}")
    assert (first.due, second.due) == ("2025-01-14", "2025-01-14")
    assert first.due_words.text == "next meeting"


def test_a_meeting_that_no_day_is_given_for_gives_none(found):
    (action,) = found(
        "Action: Lena Orr to bring the rota to the next meeting.\n\nThe next meeting is to be set."
    )
    assert action.due is None


def test_a_day_that_another_sentence_names_is_not_the_next_meetings(found):
    (action,) = found(
        "Action: Lena Orr to bring the rota to the next meeting. The hub will open on 14 January 2025."
    )
    assert action.due is None


def test_whoever_something_agreed_is_done_by_owns_it(found):
    (action,) = found(
        "It was agreed that the rota would be put online by the Training Subgroup in January 2025."
    )
    assert action.who == "the Training Subgroup"


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ("Piet – could you please send me the rota by Friday 4 October?", "Piet"),
        ("Piet, please send me the rota by 4 October 2024.", "Piet"),
        ("Please can you send me the rota by 4 October 2024?", None),
    ],
)
def test_so_does_one_that_speaks_to_him(tmp_path, asked, who):
    head = "From: Lena Orr\nTo: Piet Voss\nSubject: The rota\nDate: Mon, 23 Sep 2024 09:00:00 +0100\n\n"
    letter = f"{head}Dear both,\n\n{asked}\n"
    (tmp_path / "letter.eml").write_text(letter, encoding="utf-8")
    with library_of([tmp_path]) as library:
        (action,) = track(library, as_of="2025-03-31").actions
    assert (action.who, action.due) == (who, "2024-10-04")


def test_who_is_named_in_the_action_owns_it_where_no_column_names_anybody(found):
    table = "| Item | Action and owner | Due |\n|---|---|---|\n"
    rows = "| 1 | LO and PV to send the rota | 4 May 2025 |\n| 2 | Training to be offered | 5 May 2025 |\n"
    rows += "| 3 | Invite two young advisors to each meeting | 6 May 2025 |\n"
    first, *others = found(table + rows)
    assert (first.owner.text, [one.owner for one in others]) == ("LO and PV", [None, None])


@pytest.mark.parametrize(
    ("due", "days"),
    [
        ("a) 4 May 2025 b) 6 May 2025", ["2025-05-04", "2025-05-06"]),
        ("4 May 2025", ["2025-05-04", "2025-05-04"]),
    ],
)
def test_actions_lettered_in_one_cell_are_each_one_with_its_owner_and_day(found, due, days):
    cell = "a) LO to send the rota b) PV to write to all schools"
    actions = found(f"| Item | Action and owner | Due |\n|---|---|---|\n| 1 | {cell} | {due} |\n")
    assert [(one.owner.text, one.text.text) for one in actions] == [
        ("LO", "LO to send the rota"),
        ("PV", "PV to write to all schools"),
    ]
    assert [one.due for one in actions] == days


def test_letters_that_do_not_count_on_part_no_action(found):
    (action,) = found("| Action | Who |\n|---|---|\n| Send forms (a) and (c) to schools | Lena Orr |\n")
    assert action.text.text == "Send forms (a) and (c) to schools"


@pytest.mark.parametrize(
    ("progress", "due"),
    [("Carried forward to January: no data yet", "2025-01-31"), ("Sent, and moved to January", "2024-11-04")],
)
def test_what_is_not_done_and_carried_forward_is_due_later(found, progress, due):
    table = "| Action | Who | Due | Progress |\n|---|---|---|---|\n"
    (action,) = found(f"{table}| Report on attendance | Lena Orr | 4 November 2024 | {progress} |\n")
    assert action.due == due


@pytest.mark.parametrize("who", ["LO", "Lena Orr"])
def test_whoever_is_to_do_something_by_a_day_owns_it(found, who):
    (action,) = found(f"1. Letters. {who} to write to the surgeries by 6 January 2025.")
    assert (action.who, action.due) == ("Lena Orr", "2025-01-06")


def test_what_nobody_is_to_do_sets_no_action(found):
    assert not found("Apologies to all members by 6 January 2025.")
