"""The rules that put evidence in order, whatever is asked."""

import pytest

from assistant.evidence import Evidence
from assistant.ordering.order import RULES, ordered
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from ingest.passage import Passage

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


def evidence(text, score):
    found = Found(Passage(text, "d", 0, len(text), text), 1.0, 0.5, 1.0, 1.0)
    return Evidence(found, 0, len(text), score, score)


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
