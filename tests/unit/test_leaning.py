"""Sentences that lean on the one before."""

import pytest

from assistant.leaning import leans, turns


@pytest.mark.parametrize(
    "sentence",
    [
        "For example, two came.",
        "To support this, leaders met.",
        "In Leeds this is done yearly.",
        "They met.",
        "Fifty-two of them replied.",
        "No clinic had heard of it.",
        "Neither did the police.",
    ],
)
def test_these_lean(sentence):
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "This inspection found decline.",
        "There are six schools.",
        "In this area schools are full.",
        "Audits help.",
    ],
)
def test_these_stand(sentence):
    assert not leans(sentence)


def test_a_sentence_turns_against_another_that_opens_by_saying_so():
    assert turns("However, plans are late.")
    assert not turns("Although plans are late, they are clear.")
