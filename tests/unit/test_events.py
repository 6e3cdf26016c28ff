"""What happened to somebody is told only by a sentence that tells of it."""

import pytest
from found import evidence

from assistant.asked.events import counted_event, events_asked, tells
from assistant.asked.papers import asks_of_papers
from assistant.asked.speaking import speaker_asked
from assistant.refusal.case import Case
from assistant.refusal.rules import no_event
from assistant.understanding.understand import understand


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("How many babies died?", "There were 40 babies.", False),
        ("How many babies died?", "Two of the deaths were of babies.", True),
        ("How many nurses left?", "There are 12 nurses.", False),
        ("How many nurses left?", "Turnover was high: nine nurses in the year.", True),
        ("How many pupils are home educated?", "90 pupils live at home.", False),
        ("How many pupils are home educated?", "Elective home education: 90 pupils.", True),
        ("How many pupils were seen?", "90 pupils live at home.", True),
    ],
)
def test_a_count_of_those_to_whom_something_happened_says_that_it_happened(question, sentence, told):
    assert counted_event(question, evidence(sentence)) is told


def test_what_means_many_things_is_an_event_only_where_it_is_counted():
    assert events_asked("What was left to do?", "any") == {}
    assert list(events_asked("Was he jailed?", "any")) == ["jailed"]
    assert tells("He was sentenced in May.", events_asked("Was he jailed?", "any").values())


@pytest.mark.parametrize(
    ("question", "sentence", "told"),
    [
        ("Did the police pay anybody?", "The police came.", False),
        ("Did the police pay anybody?", "The police funded a post.", True),
        ("Do leaders pay attention to fathers?", "Leaders ask for them.", True),
        ("Is the chair standing down?", "The chair opened the meeting.", False),
        ("Is the chair standing down?", "The chair announced that she leaves in May.", True),
        ("How stable is our workforce?", "Schools are the largest workforce.", False),
        ("How stable is our workforce?", "Turnover has slowed.", True),
        ("What is the risk that this happens again?", "It happened three times.", False),
    ],
)
def test_a_deed_or_a_chance_is_told_only_with_a_word_for_it(question, sentence, told):
    item = evidence(sentence)
    refusal = no_event(Case(understand(question), [item.found], [item], lambda word: True))
    assert (refusal is None) is told


def test_a_deed_limits_no_count():
    assert events_asked("How many visits do they pay for?", "any") == {}


def test_a_paper_that_is_only_spoken_of_is_not_asked_what_it_says():
    asked = understand("What did the nurses say about the letter?")
    assert not asks_of_papers(asked)
    assert speaker_asked(asked) == ("nurses",)
    assert asks_of_papers(understand("What did the letter say about the nurses?"))
