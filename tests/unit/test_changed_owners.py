"""An action that a later plan gives to somebody else."""

from __future__ import annotations

import pytest
from papers import tracked

from assistant.machine.actions import actions_object
from assistant.render.actions import action_paragraphs

PLAN = """Quenby Safeguarding Children Partnership: action plan
Position at {day}

Ref,Action,Lead,By when,Progress
1,Launch the revised threshold guide,{lead},31 July 2024,In draft
"""


@pytest.fixture
def followed(tmp_path):
    """The one action of two plans with these leads."""

    def read(first, second, day="30 June 2024"):
        plans = (("first.csv", first, "30 April 2024"), ("second.csv", second, day))
        papers = {name: PLAN.format(lead=lead, day=said) for name, lead, said in plans}
        return tracked(tmp_path, papers, "2024-08-31")

    return read


def test_a_new_owner_is_told_with_the_one_before_and_both_places(followed):
    register = followed("Ann Vale", "Lena Orr")
    (action,) = register.actions
    assert (action.first_owner.text, action.owner.text) == ("Ann Vale", "Lena Orr")
    cited = {one.n: one.document for one in register.citations}
    assert [cited[one.citations[0]] for one in (action.first_owner, action.owner)] == [
        "first.csv",
        "second.csv",
    ]
    assert actions_object(register)["actions"][0]["first_owner"]["text"] == "Ann Vale"
    told = "first the task of “Ann Vale” (first.csv), then of “Lena Orr” (second.csv)"
    assert told in [one.text for one in action_paragraphs(register)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ann Vale", "Ann Vale"),
        ("Ann Vale", "Ann Vale, business manager"),
        ("The CCG", "Integrated Care Board"),
        ("", "Lena Orr"),
    ],
    ids=["the same", "the same with her office", "a body under its new name", "nobody before"],
)
def test_who_still_has_it_is_no_change(followed, first, second):
    assert followed(first, second).actions[0].first_owner is None
