"""Later papers that give an action another date."""

from __future__ import annotations

import pytest
from papers import by_keyword, tracked

from assistant.actions.due import due_of, moved_in
from assistant.machine.actions import actions_object

PLAN = """Quenby Safeguarding Children Partnership: action plan
Position at 30 April 2024

Ref,Action,Lead,{columns}
1,Launch the revised threshold guide,Business manager,{cells}
2,Train 40 foster carers,Ann Ash,31 July 2024,
"""
MINUTES = """# Quenby Safeguarding Children Partnership: minutes of the executive

Date of meeting: 10 July 2024

## Thresholds

{sentence}
"""
MAIL = """From: Sam Pike <sam.pike@quenby.example>
To: Board <board@quenby.example>
Subject: Threshold guide: Quenby Safeguarding Children Partnership
Date: Mon, 02 Sep 2024 09:12:00 +0000

The threshold guide has slipped again. It will now be launched on 15 January 2025.
"""
MOVES = "The threshold guide will be launched by 30 September 2024 instead of 31 July 2024."


@pytest.fixture
def followed(tmp_path):
    """The actions of a plan and of papers given as `name=text`, as known on a day."""

    def read(as_of, columns="By when,Progress", cells="31 July 2024,In draft", **papers):
        papers["plan__csv"] = PLAN.format(columns=columns, cells=cells)
        return tracked(tmp_path, by_keyword(papers), as_of)

    return read


@pytest.mark.parametrize(
    "sentence",
    [
        MOVES,
        "The new date for launching the threshold guide is 30 September 2024.",
        "The launch of the threshold guide is moved from 31 July 2024 to 30 September 2024.",
        "The threshold guide launch was put back to the end of September 2024.",
    ],
)
def test_minutes_that_move_a_date_are_a_report_and_give_the_new_date(followed, sentence):
    register = followed("2024-08-31", minutes__md=MINUTES.format(sentence=sentence))
    action = next(one for one in register.actions if one.number == "1")
    assert (action.due, action.status, action.timing) == ("2024-09-30", "open", "due_later")
    assert (action.first_due, action.first_due_words.text) == ("2024-07-31", "31 July 2024")
    assert sentence in [field.text for field in action.progress]
    assert [one.number for one in register.actions] == ["1", "2"]


def test_of_several_moves_the_last_gives_the_date_and_the_day_asked_about_decides(followed):
    papers = {"minutes__md": MINUTES.format(sentence=MOVES), "mail__eml": MAIL}
    now = followed("2024-12-31", **papers).actions[0]
    before = followed("2024-08-31", **papers).actions[0]
    assert (now.due, now.due_words.text, now.timing) == ("2025-01-15", "15 January 2025", "due_later")
    assert (before.due, before.first_due) == ("2024-09-30", "2024-07-31")
    assert followed("2024-06-30", **papers).actions[0].first_due is None


def test_after_the_new_date_silence_is_counted_from_it(followed):
    papers = {"minutes__md": MINUTES.format(sentence=MOVES)}
    assert followed("2024-12-31", **papers).actions[0].timing == "not_reported_since"


def test_a_column_of_revised_dates_moves_the_date_of_its_row(followed):
    register = followed("2024-08-31", "Original due date,Revised date", "31 July 2024,30 September 2024")
    assert (register.actions[0].due, register.actions[0].first_due) == ("2024-09-30", "2024-07-31")
    assert register.actions[1].first_due is None
    assert actions_object(register)["actions"][0]["first_due"] == "2024-07-31"


@pytest.mark.parametrize(
    "sentence",
    [
        "The new date of 1 May 2024 was met.",
        "The guide will be published by 30 September 2024.",
        "It was moved from 30 September 2024.",
        "The new date is not yet known.",
    ],
)
def test_no_date_is_moved_where_no_day_to_come_is_given_for_it(sentence):
    assert moved_in(sentence, "2024-07-10") is None


def later_plan(day, due, update="In draft", when="30 June 2024"):
    """The plan as it stood on a later day."""
    text = PLAN.format(columns="By when,Progress", cells=f"{due},{update}")
    return text.replace("30 April 2024", when).replace("31 July 2024,\n", f"{day},\n")


def test_a_later_plan_that_gives_another_day_moves_the_date_without_saying_so(followed):
    register = followed("2024-08-31", later__csv=later_plan("31 July 2024", "30 September 2024"))
    moved, same = register.actions
    assert (moved.due, moved.due_words.text, moved.timing) == ("2024-09-30", "30 September 2024", "due_later")
    assert (moved.first_due, moved.first_due_words.text) == ("2024-07-31", "31 July 2024")
    assert (same.due, same.first_due) == ("2024-07-31", None)
    assert followed("2024-06-15", later__csv=later_plan("31 July 2024", "x")).actions[0].first_due is None


def test_a_later_plan_that_repeats_the_day_first_set_does_not_undo_what_minutes_moved(followed):
    papers = {"minutes__md": MINUTES.format(sentence=MOVES)}
    again = later_plan("31 July 2024", "31 July 2024", when="31 July 2024")
    register = followed("2024-08-31", **papers, later__csv=again)
    assert (register.actions[0].due, register.actions[0].first_due) == ("2024-09-30", "2024-07-31")


def test_of_minutes_and_a_later_plan_the_last_gives_the_date(followed):
    papers = {"minutes__md": MINUTES.format(sentence=MOVES)}
    again = later_plan("31 July 2024", "30 November 2024", when="31 July 2024")
    assert followed("2024-08-31", **papers, later__csv=again).actions[0].due == "2024-11-30"


def test_the_same_words_in_a_later_plan_and_a_day_set_once_it_was_done_move_nothing(followed):
    words = later_plan("31 July 2024", "End of July", when="30 April 2025")
    register = followed("2025-08-31", cells="End of July,In draft", later__csv=words)
    assert register.actions[0].first_due is None
    done = later_plan("31 July 2024", "31 July 2025", update="", when="30 April 2025")
    register = followed("2025-08-31", cells="31 July 2024,Completed 3 April 2024", later__csv=done)
    assert (register.actions[0].due, register.actions[0].first_due) == ("2024-07-31", None)


@pytest.mark.parametrize(
    "cell",
    ["30 June 2026 (was end Q3 2025/26)", "30 June 2026 (originally 31 May 2026)", "(was May) 30 June 2026"],
)
def test_a_day_in_brackets_that_was_the_first_is_not_the_one_that_holds(cell):
    assert due_of(cell, "2026-01-31") == ("2026-06-30", "date")
