"""Rules, duties and voices that a question asks for."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.asked.ruling import rule_asked, states_rule
from assistant.evidence import Evidence
from assistant.refusal.case import Case
from assistant.refusal.rules import no_event, ruled_out
from assistant.retrieval.found import Found
from assistant.retrieval.match import Match
from assistant.understanding.understand import understand
from ingest.passage import Passage


def evidence(text, cross=None, match=None):
    found = Found(Passage("p", "d", 0, len(text), text), 1.0, 0.5, 1.0, 1.0, match=match)
    return Evidence(found, 0, len(text), 0.5, 0.5, own_closeness=0.5, cross=cross)


def case(question, *items):
    return Case(understand(question, set()), [item.found for item in items], items, lambda _: True)


def refused(question, *items):
    return ruled_out(case(question, *items))


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How soon must a strategy discussion be held?", True),
        ("From what age can a child ask for a review?", True),
        ("Who has to be told about a private foster carer?", True),
        ("How do I make a referral?", True),
        ("Can a school refuse a place?", False),
        ("Is it allowed to share a record?", False),
        ("Does every school need to send a report?", True),
        ("How many times may a visit be put off?", True),
        ("How many children went missing in May 2023?", False),
        ("Can you tell me what inspectors found?", False),
        ("Do parents have to repeat themselves?", False),
        ("How do we know that children are safe?", False),
        ("What should change about supervision?", False),
        ("My son is nearly 18. Who has to be asked?", True),
        ("How soon was the strategy discussion held?", False),
        ("How did the audit find the records?", False),
        ("Who told the school?", False),
        ("What should the council do about records?", False),
        ("How long do children have to wait?", False),
        ("What did parents have to say?", False),
    ],
)
def test_a_question_for_a_rule_is_told_from_one_for_what_was(question, asks):
    assert rule_asked(understand(question, set())) is asks


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("Strategy discussions must be held within two days.", True),
        ("The protocol says that strategy discussions come first.", True),
        ("Strategy discussions were held late in four cases.", False),
        ("Letters must be sent within two days.", False),
    ],
)
def test_a_rule_is_one_only_of_what_is_asked_about(sentence, states):
    asked = understand("When must strategy discussions be held?", set())
    unlike = Match(np.full((3, 1), 0.1, np.float32), np.ones(3), asked.terms, np.array([[0, 6]]))
    assert states_rule(asked, evidence(sentence, match=unlike)) is states


def test_a_rule_in_other_words_counts_by_likeness_and_one_read_as_far_off_needs_more_of_the_words():
    text, asked = "Pupils must be seen.", understand("How often must youngsters be visited?", set())
    alike = Match(np.full((2, 1), 0.5, np.float32), np.ones(2), ("youngsters", "visited"), np.array([[0, 6]]))
    unlike = replace(alike, similarities=np.full((2, 1), 0.1, np.float32))
    assert states_rule(asked, evidence(text, match=alike))
    assert not states_rule(asked, evidence(text, match=unlike))
    assert not states_rule(asked, evidence(text, -6.0, alike))


def test_where_no_sentence_states_the_rule_the_refusal_says_so():
    asked = "How must a school record a bruise?"
    assert refused(asked, evidence("A school had a record of every bruise.")) == ("rule_missing", ())
    assert refused(asked, evidence("A school must record each bruise.")) is None


def test_the_words_of_a_named_person_are_none_of_another():
    asked = "What did Ivor Lindqvist say about the record?"
    other, own = (
        evidence("Ann Oak said that the record was late."),
        evidence("Ivor Lindqvist said the record was late."),
    )
    elsewhere = evidence("Ivor Lindqvist said that the room was cold.")
    assert refused(asked, elsewhere, other) == ("speaker_missing", ("Ivor Lindqvist",))
    assert refused(asked, other, replace(other, missing=())) == ("speaker_missing", ("Ivor Lindqvist",))
    assert refused(asked, other, own) is None
    assert refused("What did Ofsted say about the record?", other) is None


@pytest.mark.parametrize(
    ("text", "path", "header", "told"),
    [
        ("According to Oak Tree Nursery, the record was late.", (), "", True),
        ("Oak Tree Nursery raised concerns about the record.", (), "", True),
        ("Oak Tree Nursery: “The record was late.”", (), "", True),
        ("Feedback from Oak Tree Nursery was that the record is late.", (), "", True),
        ("Oak Tree Nursery | The record was late.", (), "Provider | Response", True),
        ("Oak Tree Nursery | Keep a record.", (), "Who | Action", False),
        ("The record was late.", ("Comments", "2. Oak Tree Nursery"), "", True),
        ("The record was late.", ("Comments", "Visits to Oak Tree Nursery"), "", False),
        ("Oak Tree Nursery took part in the audit of the record.", (), "", False),
    ],
)
def test_a_body_that_is_named_says_what_stands_as_its_words(text, path, header, told):
    item = evidence(text)
    passage = replace(item.found.passage, heading_path=path, header=header)
    item = replace(item, found=replace(item.found, passage=passage))
    missing = None if told else ("speaker_missing", ("Oak Tree Nursery",))
    assert refused("What does Oak Tree Nursery say about the record?", item) == missing


def test_what_stands_under_a_persons_name_is_not_what_they_said():
    item = evidence("The record was late.")
    item = replace(
        item, found=replace(item.found, passage=replace(item.found.passage, heading_path=("Ann Oak",)))
    )
    assert refused("What did Ann Oak say about the record?", item) == ("speaker_missing", ("Ann Oak",))


def test_a_reason_for_what_was_the_other_way_about_is_none():
    asked = "Why did the clinic stop the calls?"
    began = evidence("The clinic began the calls because parents asked for the calls.")
    ended = evidence("The clinic ended the calls because parents asked it to.")
    assert no_event(case(asked, began)) == ("event_missing", ("stop",))
    assert no_event(case(asked, ended)) is None
