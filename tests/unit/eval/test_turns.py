"""Conversations in the gold: their form, and how a reading is held to what it should hold."""

from collections import Counter

import pytest

from assistant.answer import Answer
from eval.sets.gold import MOST_LOCATOR_WORDS
from eval.sets.turns import Conversation, Reading, answered_right, read_turns


def refusal(reason=""):
    return Answer("", "not_found", "", "2026-01-01", "v1", (), (), (), (), (), reason)


def test_there_are_enough_conversations_of_each_sort_in_both_halves():
    every = [*read_turns("sample"), *read_turns("real")]
    assert len(every) >= 60
    assert len({one.asked for one in every}) == len(every)
    assert min(Counter(one.turn for one in every).values()) >= 3
    assert min(Counter(one.split for one in every).values()) >= 25


@pytest.mark.parametrize("name", ["sample", "real"])
def test_a_locator_finds_a_sentence_and_does_not_reproduce_it(name):
    places = [place for one in read_turns(name) for need in one.needs for place in need.places]
    assert all(1 <= len(place.locator.split()) <= MOST_LOCATOR_WORDS for place in places)


@pytest.mark.parametrize(
    ("whole", "right"),
    [
        ("What did the audit find about supervision?", True),
        ("What did the audit find about fathers, about supervision?", False),
        ("What did it find about oversight?", False),
        ("what did the audit find about supervision", False),
        ("What did the audit find: supervision?", False),
    ],
)
def test_a_reading_is_a_sentence_that_holds_some_words_and_lacks_others(whole, right):
    asked = Reading(opens="what did", holds=["supervision|oversight", "audit"], lacks=["fathers"])
    assert asked.right(whole) is right


def test_a_refusal_is_right_where_it_is_due_and_says_why():
    asked = Conversation(turn="alone", question="Q?", refused=True, told=["before"])
    assert answered_right(asked, refusal("There is none before it."))
    assert not answered_right(asked, refusal("No."))
