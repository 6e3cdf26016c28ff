"""How it is today with somebody of a case is told only by a sentence that says so."""

import pytest

from assistant.asked.today import today_of_somebody, untold_today
from assistant.evidence import Evidence
from assistant.refusal.lacking import parts_missing
from assistant.retrieval.found import Found
from assistant.understanding.understand import understand
from ingest.passage import Passage
from prompts import load_data


def evidence(text):
    found = Found(Passage("p", "d", 0, len(text), text), 1.0, 0.5, 0.0, 1.0)
    return Evidence(found, 0, len(text), 0.5, 0.5)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Is Jade still in care?", True),
        ("Where is Jade's mother now?", True),
        ("Was Jade in care?", False),
        ("Is the clinic in Hollins still shut?", False),
        ("Is MASH still short of staff?", False),
        ("Does Harrow still have a backlog?", False),
        ("Is Marian Threlkeld still the chair?", False),
    ],
)
def test_somebody_is_a_name_of_one_word_that_is_no_place_or_body(question, asks):
    assert today_of_somebody(understand(question, {"Harrow"})) is asks


@pytest.mark.parametrize(
    ("sentence", "untold"),
    [
        ("Jade came into care in 2021.", True),
        ("Jade is now with her aunt.", False),
        ("Jade lives here.", False),
    ],
)
def test_what_was_is_not_how_it_is(sentence, untold):
    question, told = understand("Is Jade still in care?"), [evidence(sentence)]
    assert untold_today(question, told) is untold
    today = load_data("refusal.yaml")["today"]
    assert (today in parts_missing(question, told, {})) is untold
