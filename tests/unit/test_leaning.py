"""Sentences that lean on the one before."""

import pytest

from assistant.sentences.leaning import counts_on, leans, turns


@pytest.mark.parametrize(
    "sentence",
    [
        "For example, two came.",
        "To support this, leaders met.",
        "In Leeds this is done yearly.",
        "They met.",
        "Fifty-two of them replied.",
        "No clinic had heard of it.",
        "Senior managers are seeking to resolve this with partners, but progress is slow.",
        "Neither did the police.",
        "In the audit before, of May 2023, it was nine of 30.",
        "By the end of the year, they were only 12.",
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
        "In May 2023, it was agreed that 30 files are read.",
    ],
)
def test_these_stand(sentence):
    assert not leans(sentence)


def test_a_sentence_turns_against_another_that_opens_by_saying_so():
    assert turns("However, plans are late.")
    assert not turns("Although plans are late, they are clear.")


@pytest.mark.parametrize(
    "after",
    [
        "Six weeks later we asked again, and 11 did so.",
        "Of these, four had changed a plan.",
        "In the year before, it was 20.",
        "Four led to a change and one was turned down.",
        "Twelve related to missed visits.",
    ],
)
def test_a_sentence_goes_on_with_the_count_of_the_one_before(after):
    assert counts_on("Of 40 who came, 35 said that they would use it.", after)
    assert not counts_on("Those who came said that they would use it.", after)


def test_another_count_does_not_go_on_with_it():
    assert not counts_on("Of 40 who came, 35 said that they would use it.", "The hall holds 60 people.")
    assert not counts_on("Of 40 who came, 35 said that they would use it.", "Six weeks later it closed.")
