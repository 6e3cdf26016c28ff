"""Sentences that lean on the one before."""

import pytest

from assistant.leaning import leans


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
