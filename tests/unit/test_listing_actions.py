"""Questions for actions by their state, answered with the register of the day."""

from __future__ import annotations

from datetime import date

import pytest
from found import record
from papers import library_with

from assistant.actions.sift import sifted
from assistant.actions.track import track
from assistant.answering import answer_question
from assistant.listing.actions import actions_answer
from assistant.listing.actions_asked import actions_asked
from eval.actions import library_of
from ingest.filters import Filters

PLAN = """{area} Safeguarding Children Partnership: action plan
Position at 30 April 2024

Ref,Action,Lead,By when,Progress
1,Publish a threshold guide,Business manager,31 May 2024,In draft
2,Train 40 foster carers,{area} Police,31 March 2024,Behind schedule
3,Write to head teachers on neglect,Ann Ash,31 January 2024,Done. Sent 12 January 2024
4,Review the taxi scheme,{area} Police,31 December 2025,
"""


def asked(text, *places):
    records = [record(place, kind="action_plan", subject=place) for place in places or ("Quenby",)]
    return actions_asked(text, records)


@pytest.mark.parametrize(
    ("text", "state", "rest"),
    [
        ("Which actions are late?", "overdue", ""),
        ("Which actions are running behind?", "overdue", ""),
        ("what is still outstanding?", "open", ""),
        ("which of the police's actions are done?", "done", "police"),
        ("Which actions in Quenby are past their due date?", "overdue", ""),
        ("How many actions are not finished?", "open", ""),
        ("Which actions were completed late?", "late_done", ""),
        ("Does the police have any overdue actions?", "overdue", "police"),
        ("What is overdue for health?", "overdue", "health"),
        ("Which of Dr Pell's tasks are unfinished?", "open", "Dr Pell"),
        ("Which recommendations were never taken up?", "unanswered", ""),
        ("Which recommendations about neglect has nobody acted on?", "unanswered", "neglect"),
        ("Which recommendations did nobody take up?", "unanswered", ""),
        ("Which actions have no owner?", "no_owner", ""),
        ("Which recommendations have not been implemented?", "open", ""),
    ],
)
def test_a_question_for_actions_by_their_state_is_known(text, state, rest):
    wanted = asked(text)
    assert (wanted.state, wanted.rest) == (state, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Why are actions late?",
        "Are actions completed on time?",
        "Which visits to children are overdue?",
        "What is outstanding in Quenby?",
        "Which areas were judged outstanding?",
        "What was done about neglect?",
        "What actions were taken after the review?",
        "Which families have been ignored?",
        "Which recommendations have no owner?",
        "What did the review say about recommendations that are not implemented?",
    ],
)
def test_other_questions_are_not(text):
    assert asked(text) is None


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    papers = {f"{area}.csv": PLAN.format(area=area) for area in ("Quenby", "Thornholt")}
    with library_with(tmp_path_factory.mktemp("plans"), papers) as library:
        yield library


def answered(held, text, as_of="2024-12-31"):
    return actions_answer(text, held, Filters(), as_of)


def test_what_is_past_due_is_listed_as_the_register_lists_it_and_silence_told_apart(held):
    answer = answered(held, "Which actions are overdue in Quenby?")
    register = track(held, as_of="2024-12-31", subject="Quenby")
    kept = sifted(register, status=["open"], timing=["overdue", "reported_since", "not_reported_since"])
    texts = [one.text for one in answer.statements]
    assert len(texts) == len(kept.actions) == 2
    assert [one.split(", due")[0] for one in texts] == ["Overdue", "Past due, no report since"]
    assert "“Train 40 foster carers”" in texts[0]
    assert "2 actions (Quenby)" in answer.verdict
    assert "31 December 2024" in answer.verdict
    quotes = {one.n: one.quote for one in answer.citations}
    assert quotes[answer.statements[0].citations[0]] == "Train 40 foster carers"


def test_the_day_asked_about_decides(held):
    before = answered(held, "Which actions are overdue in Quenby?", "2024-05-15")
    assert ["Train 40 foster carers" in one.text for one in before.statements] == [True]


def test_each_action_is_under_its_area_where_no_area_is_asked_for(held):
    heads = {one.text.split(",")[0] for one in answered(held, "What is overdue?").statements}
    assert heads == {"Quenby", "Thornholt"}


def test_one_area_is_not_named_again_and_again_where_a_paper_names_none(tmp_path):
    (tmp_path / "one.csv").write_text(PLAN.format(area="Quenby"), encoding="utf-8")
    nowhere = "Action log\nNo.,Action,Lead,By when,Progress\n1,Order 30 lamps,The clerk,31 March 2024,\n"
    (tmp_path / "other.csv").write_text(nowhere, encoding="utf-8")
    with library_of([tmp_path]) as library:
        texts = [one.text for one in answered(library, "What is overdue?").statements]
    assert any("30 lamps" in text for text in texts)
    assert not any(text.startswith("Quenby") for text in texts)


def test_a_body_limits_the_list_and_so_does_a_word_of_the_actions(held):
    assert len(answered(held, "What is still outstanding for the police in Quenby?").statements) == 2
    done = answered(held, "Which neglect actions in Thornholt are done?").statements
    assert ["head teachers" in one.text for one in done] == [True]
    assert "Sent 12 January 2024" in done[0].text


def test_nothing_in_that_state_is_said_with_the_day_and_what_no_action_is_about_is_left_to_the_search(held):
    none = answered(held, "Which of the police's actions in Quenby are done?")
    assert (none.outcome, "None of the 2 actions (Quenby, police)" in none.reason) == ("not_found", True)
    assert answered(held, "Which dentistry actions are overdue?") is None


def test_the_question_is_answered_so_before_any_ledger_and_without_a_search(held):
    def search(_):
        raise AssertionError("nothing is to be searched for")

    answer = answer_question(
        "Which actions are late?", held, search, Filters(), date(2024, 12, 31), None, None
    )
    assert "Past due on 31 December 2024: 4 actions, 2 overdue" in answer.verdict
    assert {one.text.split(", ")[1] for one in answer.statements} == {"Overdue", "Past due"}


ASKED = "Doctors in general practice should contribute in writing to each conference."
REVIEW = f"""# Child safeguarding practice review: Elm

Quenby Safeguarding Children Partnership, 30 June 2023

## Recommendations for the Partnership

Recommendation 1: {ASKED}
Recommendation 2: Schools should tell parents how to set the filters on a telephone.
Recommendation 3: Foster carers should receive a profile of the child before a placement.
"""
ANSWERED = f"""Ref,Recommendation,What will be done,Lead,By when,Status
E1,{ASKED},Send all practices a template for it,"Named GP, Quenby ICB",30 November 2023,In progress
"""


def test_a_recommendation_that_no_plan_and_no_report_takes_up_is_told_with_its_day(tmp_path):
    (tmp_path / "review-elm.md").write_text(REVIEW, encoding="utf-8")
    (tmp_path / "plan-after-elm-2023.csv").write_text(ANSWERED, encoding="utf-8")
    with library_of([tmp_path]) as library:
        told = actions_answer("Which recommendations have no action?", library, Filters(), "2026-01-01")
        kept = actions_answer("Have we done what the Elm review said?", library, Filters(), "2026-01-01")
        left = actions_answer(
            "Which recommendations have not been implemented?", library, Filters(), "2026-01-01"
        )
    assert [one.text for one in told.statements] == [
        "No plan and no report in the library, asked for 30 June 2023: “Schools should tell parents how to"
        " set the filters on a telephone.”",
        "No plan and no report in the library, asked for 30 June 2023: “Foster carers should receive a"
        " profile of the child before a placement.”",
    ]
    assert told.verdict.startswith("Without a plan or a report in the library on 1 January 2026")
    assert [one.text for one in kept.statements] == [one.text for one in left.statements]
    assert len(left.statements) == 3
    assert "Send all practices" in left.statements[0].text
