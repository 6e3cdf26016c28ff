"""The rules that put evidence in order, whatever is asked."""

from dataclasses import replace

import pytest
from found import evidence

from assistant.ordering.by_fact import graded_first
from assistant.ordering.by_person import said_first
from assistant.ordering.order import RULES, ordered
from assistant.understanding.understand import understand

QUESTIONS = (
    "Who attended the meeting?",
    "What do health visitors do in Harrow?",
    "What did children say?",
    "Why is the guide late?",
    "How many nurses are there?",
    "Has demand risen?",
    "Has Harrow improved?",
    "What grade was Harrow given?",
    "What was done?",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_rule_leaves_nothing_or_says_anything_twice(question):
    given = [evidence("Nurses should come.", 0.5), evidence("Carers said it rose.", 0.4)]
    for rule in RULES:
        told = rule(understand(question), given)
        assert told
        assert len(set(map(id, told))) == len(told)
        assert rule(understand(question), []) == []


def test_evidence_that_no_rule_is_about_stays_in_its_order():
    given = [evidence("The plan is red.", 0.5), evidence("The plan is short.", 0.4)]
    assert ordered(understand("What colour is the plan?"), given) == given


def test_what_a_person_said_stands_first_by_name_by_initials_and_by_what_stands_for_it():
    asked = understand("What did Ann Morrow say about the budget?")
    asked = replace(asked, also={"Ann Morrow": ("AM",)})
    met = evidence("Ann Morrow looks after the budget.", score=0.9)
    said = evidence("AM said that the budget was short.", score=0.5)
    assert said_first(asked, [met, said]) == [said, met]
    text = "The budget was put to Ann Morrow. She thought it short."
    later = replace(evidence(text, 0.4), start=34)
    assert said_first(asked, [met, later]) == [later, met]


@pytest.mark.parametrize("question", ["What grade was the board given?", "How was the board judged?"])
def test_a_grade_of_what_is_judged_stands_before_that_of_something_else(question):
    other = evidence("The authority was judged to be good.", 0.9)
    own = replace(evidence("The board is outstanding", 0.5), beside=True)
    assert graded_first(understand(question), [other, own]) == [own, other]
