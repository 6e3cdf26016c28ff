"""Reports go to the action whose number they give or whose own words they hold, and to no neighbour of it."""

from __future__ import annotations

import pytest
from papers import actions_told, by_keyword

from assistant.actions.references import bare_references_in, label_of, references_in
from assistant.contradictions.find import find_contradictions
from eval.actions import library_of

LOG = """# Ferring Safeguarding Children Partnership: minutes

Date of meeting: 5 March 2024

| Ref | Action | Who | By when |
|---|---|---|---|
| 7/24 | Buy a second interview suite | Lena Orr | 7 May 2024 |
| 8/24 | List of interpreters | Piet Voss | 7 May 2024 |
| 9/24 | Plan for the school holidays | Lena Orr | 30 April 2024 |
"""
ANSWERS = """# Ferring Safeguarding Children Partnership: minutes

Date of meeting: 7 May 2024

Present: Lena Orr, Piet Voss and Rhona Quill.

{items}
"""
PLAN = """Ferring Safeguarding Children Partnership: plan after the review of Wren
Agreed 4 January 2024

Ref,Action,Lead,Due,Progress
2.1,Hire a play therapist for the clinic,Lena Orr,31 January 2024,Out to advert
2.2,Quiet room at the clinic,Piet Voss,29 February 2024,Complete
"""


@pytest.fixture
def told(tmp_path):
    """The actions of papers given as `name=text` in the summer of 2024, by their words."""

    def follow(as_of="2024-07-31", **papers):
        return actions_told(tmp_path, by_keyword(papers), as_of)

    return follow


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Actions 2.1 and 3.4 are closed.", ("action 2.1", "action 3.4")),
        ("Recommendation 4 was met.", ("recommendation 4",)),
        ("Actions SE24/09-2 and 11/25-3 are closed.", ("action se24/09-2", "action 11/25-3")),
        ("Actions 12 and 14", ("action 12", "action 14")),
        ("Action 4 and 5 children", ("action 4",)),
        ("Nothing is numbered here, in 2024.", ()),
    ],
)
def test_numbers_are_read_with_the_word_before_them(text, named):
    assert references_in(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Members agreed to close 2.2.", ("number 2.2",)),
        ("She asked about the therapist (2.1).", ("number 2.1",)),
        ("All were briefed (A1).", ("number a1",)),
        ("It rose by (4) and fell by 3.1%.", ()),
    ],
)
def test_numbers_are_read_without_one_where_nothing_else_could_be_meant(text, named):
    assert bare_references_in(text) == named


def test_an_item_of_minutes_opens_with_the_number_it_answers():
    assert label_of("8/24 Interpreters: listed.")[0] == "action 8/24"
    assert label_of("09/3 Interpreters: listed.")[0] == "action 09/3"
    assert label_of("A2 - done, it went live.")[0] == "action a2"
    assert label_of("SYV1 – done.")[0] == "action syv1"
    assert label_of("A2. The second part.")[0] == ""
    assert label_of("2.1 The chair opened the meeting.")[0] == ""
    assert label_of("18 children were seen.")[0] == ""
    assert label_of("E24/09-2: interpreters listed.")[0] == "action e24/09-2"
    assert label_of("SG/24/3. Interpreters listed.")[0] == "action sg/24/3"
    assert label_of("GP-led clinics have opened.")[0] == ""


def test_minutes_answer_the_last_meeting_by_number(told):
    items = (
        "7/24 Interview suite: bought and in use. Closed.\n\n"
        "8/24 Interpreters: not done. Carried forward to 9 July 2024.\n\n"
        "9/24 Holidays: half written, remains open."
    )
    actions = told(log__md=LOG, later__md=ANSWERS.format(items=items))
    suite, interpreters, holidays = (
        actions[words]
        for words in ("Buy a second interview suite", "List of interpreters", "Plan for the school holidays")
    )
    assert suite.status == "done"
    assert (interpreters.status, interpreters.due, interpreters.first_due) == (
        "open",
        "2024-07-09",
        "2024-05-07",
    )
    assert (holidays.status, holidays.timing) == ("open", "overdue")


def test_a_report_on_the_day_it_is_due_is_no_silence(told):
    items = "7/24 Interview suite: waiting for a landlord."
    action = told(log__md=LOG, later__md=ANSWERS.format(items=items))["Buy a second interview suite"]
    assert action.timing == "overdue"


def test_a_board_that_will_not_close_an_action_leaves_it_open(told):
    items = "4. Wren. Members did not agree to close action 2.2, as no child had used the room."
    action = told(plan__csv=PLAN, later__md=ANSWERS.format(items=items))["Quiet room at the clinic"]
    assert (action.status, action.timing) == ("open", "overdue")


def test_a_sentence_goes_to_the_number_it_names_and_not_to_its_neighbours(told):
    items = "4. Wren. Members agreed to close action 2.2. RQ asked who would play with the children (2.1)."
    actions = told(plan__csv=PLAN, later__md=ANSWERS.format(items=items))
    told_of = {words: [field.text for field in action.progress] for words, action in actions.items()}
    assert not any("RQ asked" in text for text in told_of["Quiet room at the clinic"])


def test_a_line_of_the_risk_register_reports_on_no_action(told):
    items = "6. Risks. Risk 2 (play therapist at the clinic) raised from 6 to 12."
    action = told(plan__csv=PLAN, later__md=ANSWERS.format(items=items))[
        "Hire a play therapist for the clinic"
    ]
    assert not any("Risk 2" in field.text for field in action.progress)


def test_a_finding_from_before_an_action_was_set_is_no_report_on_it(told):
    later = """# Ferring Safeguarding Children Partnership: yearly report 2023-24

Published on 30 June 2024

The check of the school holidays plan in August 2023 found 12 of 40 schools with a plan for the holidays.
"""
    action = told(log__md=LOG, later__md=later)["Plan for the school holidays"]
    assert action.progress == ()


def test_what_is_planned_for_after_the_day_is_not_done_by_it(told):
    tracker = """Ferring Safeguarding Children Partnership: tracker
Updated 20 February 2024

ID,Action,Owner,Deadline,Update,Status
R1,Redraw the map of services,Piet Voss,29 February 2024,Mapping group meets in June,Open
R2,Count the beds,Piet Voss,29 February 2024,Counting,Open
"""
    actions = told(tracker__csv=tracker)
    assert actions["Redraw the map of services"].timing == "overdue"
    assert actions["Count the beds"].timing == "not_reported_since"


def test_initials_are_known_from_the_list_of_those_present(told):
    items = "5. Beds. It was agreed that RQ would count the cots by 1 July 2024."
    actions = told(later__md=ANSWERS.format(items=items))
    action = next(one for words, one in actions.items() if "count the cots" in words)
    assert action.who == "Rhona Quill"


def test_no_owner_is_made_of_a_pronoun(told):
    items = (
        "5. Wren. The plan was read. It agreed to close 2.2. They agreed to ring the clinic by 1 June 2024."
    )
    actions = told(plan__csv=PLAN, later__md=ANSWERS.format(items=items))
    assert not any("close 2.2" in words for words in actions)
    ring = next(one for words, one in actions.items() if "ring the clinic" in words)
    assert ring.owner is None


def test_a_promise_for_a_month_is_due_at_its_end(told):
    items = "Decision: the Executive will test the alarm bells again in September 2024."
    actions = told(later__md=ANSWERS.format(items=items))
    assert next(iter(actions.values())).due == "2024-09-30"


HELD_UP = """Ferring Safeguarding Children Partnership: plan after the review of Wren
Position at 10 May 2024

Ref,Action,Lead,Due,Progress
2.1,Hire a play therapist for the clinic,Lena Orr,31 January 2024,Not complete. The money is on hold
"""
CALLED_DONE = """Ferring Safeguarding Children Partnership: live tracker
Updated 20 June 2024

ID,Source,Action,Owner,Deadline,Update
K4,Plan after Wren,Play therapist for the clinic,Lena Orr,31 January 2024,{update}
"""


def test_a_bare_complete_soon_after_a_hold_up_is_disputed_and_open(told, tmp_path):
    papers = {"plan__csv": PLAN, "held__csv": HELD_UP, "live__csv": CALLED_DONE.format(update="Complete")}
    actions = told(**papers)
    assert "Play therapist for the clinic" not in actions
    action = actions["Hire a play therapist for the clinic"]
    assert (action.status, action.timing) == ("open", "overdue")
    assert "on hold" in action.disputed.text
    with library_of([tmp_path]) as library:
        listed = find_contradictions(library, as_of="2024-07-31")
    assert [item.kind for item in listed.contradictions] == ["status"]


def test_what_was_held_up_and_is_done_on_a_day_is_progress(told):
    update = "Complete. Therapist began on 3 June 2024"
    papers = {"plan__csv": PLAN, "held__csv": HELD_UP, "live__csv": CALLED_DONE.format(update=update)}
    action = told(**papers)["Hire a play therapist for the clinic"]
    assert (action.status, action.timing, action.disputed) == ("done", "late", None)


def test_one_action_under_two_numbers_is_counted_once(told):
    tracker = """Ferring Safeguarding Children Partnership: live tracker
Updated 2 July 2024

ID,Source,Action,Owner,Deadline,Update
K1,Board 5/3/24,Second interview suite,Rhona Quill,7 May 2024,Keys handed over 1 May 2024
K2,Board 5/3/24,Interpreters of sign language,Piet Voss,31 August 2024,
"""
    actions = told(log__md=LOG, tracker__csv=tracker)
    assert "Second interview suite" not in actions
    assert "Interpreters of sign language" in actions
    assert "Keys handed over" in actions["Buy a second interview suite"].progress[0].text


REVIEW = """# Child safeguarding practice review: Wren

Ferring Safeguarding Children Partnership

Published on 6 November 2023

## Recommendations

| No. | Recommendation | For | By |
|---|---|---|---|
| 1 | Clinics should have somebody who plays with children while they wait. | All partners | |
| 2 | The Trust should give clinics a quiet room. | Ferring Community Health NHS Trust | 1 March 2024 |
"""


def test_a_plan_answers_a_reviews_table_by_the_numbers_in_its_column(told):
    plan = """Ferring Safeguarding Children Partnership: plan after the review of Wren
Agreed 4 January 2024

Rec,Ref,Action,Lead,Due
1,1.1,Hire a play therapist,Lena Orr,31 January 2024
,1.2,Box of toys,Lena Orr,31 January 2024
2,2.1,Quiet corner,Piet Voss,29 February 2024
"""
    actions = told(review__md=REVIEW, plan__csv=plan)
    assert {words: action.asked.text.split()[0] for words, action in actions.items()} == {
        "Hire a play therapist": "Clinics",
        "Box of toys": "Clinics",
        "Quiet corner": "The",
    }


def test_a_month_cannot_be_counted_from_a_year_alone():
    from ingest.recommendations.dates import resolve

    assert resolve("within a month", "period", "2024") is None
    assert resolve("within a month", "period", "2024-03-10") == "2024-04-10"


def test_minutes_answer_actions_by_the_reference_that_they_print(told):
    rows = (
        "| M24/03-1 | Survey of young carers | Lena Orr | 7 May 2024 |\n"
        "| M24/03-2 | List of interpreters | Piet Voss | 7 May 2024 |\n"
        "| M24/03-3 | Audit of supervision notes | Lena Orr | 7 May 2024 |\n"
    )
    items = (
        "M24/03-1: LO reported on the survey. Of 40 young carers, 22 knew whom to ask. To be run again.\n\n"
        "M24/03-2: PV had sent the list to all schools on 2 May 2024. Closed.\n\n"
        "M24/03-3: LO said that 12 of the 30 notes had been read so far.\n"
    )
    found = told(log__md=LOG + rows, answers__md=ANSWERS.format(items=items))
    assert found["Survey of young carers"].status == "evidenced"
    assert found["List of interpreters"].status == "done"
    assert found["Audit of supervision notes"].status == "open"
