"""Questions who owns an action, and the row of a plan that tells it."""

from dataclasses import replace

import pytest
from found import evidence

from assistant.asked.given import given
from assistant.asked.owning import owned
from assistant.ordering.by_fact import fact_first
from assistant.sentences.people import told_in_full
from assistant.understanding.understand import understand

HEADER = "No. | Action | Owner | Progress"
OWN = "1 | Audit of missed visits | Ann Poe | Begun"
WIDER = "2 | Find a date for the audit of missed visits and a room | Bo Lee | Done"
MENTION = "3 | Order chairs | Cy Dee | Waits for the audit of missed visits"
NOBODY = "4 | Audit of missed visits | - | Begun"
QUESTION = understand("Who owns the audit of missed visits?")


def row(text, score, header=HEADER):
    return evidence(text, score, header=header)


def test_the_row_whose_action_it_is_comes_before_those_that_mention_it():
    rows = [row(MENTION, 0.9), row(WIDER, 0.8), row(NOBODY, 0.7), row(OWN, 0.6)]
    assert [item.quote for item in fact_first(QUESTION, rows)] == [OWN, WIDER, MENTION]


def test_a_row_names_its_owner_without_the_word():
    own, mention = row(OWN, 0.6), row(MENTION, 0.9)
    assert given("doer", QUESTION, [mention, own]) == [own]


def test_a_first_row_finds_its_columns_above_it():
    text = f"{HEADER}\n{OWN}"
    own = replace(evidence(text), start=len(HEADER) + 1)
    assert fact_first(QUESTION, [row(MENTION, 0.9), own])[0] == own


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Who is responsible for the action on early help?", True),
        ("Who owns it?", False),
        ("Who chairs the board?", False),
        ("Who leads the audit of transition?", True),
        ("Who is the lead for the audit of transition?", True),
        ("Who leads the audit of strategy meetings?", True),
        ("Who leads the partnership?", False),
    ],
)
def test_only_what_names_an_action_asks_for_its_owner(text, asks):
    assert bool(owned(text)) is asks


@pytest.mark.parametrize("more", [" and is it finished?", ", and has it been done?", " and by when?"])
def test_what_else_is_asked_of_an_action_is_no_part_of_its_name(more):
    asked = understand(QUESTION.text.rstrip("?") + more)
    assert owned(asked.text) == owned(QUESTION.text)
    assert given("doer", asked, [row(MENTION, 0.9), row(OWN, 0.6)]) == [row(OWN, 0.6)]


def test_a_list_of_audits_names_each_by_its_theme():
    asked = understand("Who leads the audit of transition?")
    header = "Theme | Lead officer | Report due"
    own = evidence("Transition | OB | May 2026", 0.4, headings=("Programme of audits",), header=header)
    other = row("Supervision | Ann Poe | June 2026", 0.9, header)
    assert fact_first(asked, [other, own])[0] == own


def test_the_initials_of_somebody_listed_as_present_are_a_name():
    asked = understand("Who is the lead for the audit of transition?")
    said = row("OB is the lead for the audit of transition.", 0.9, "")
    assert not given("holder", asked, [said])
    known = replace(said, people=(("OB", "Oona Brockhurst"),))
    assert given("holder", asked, [known]) == [known]
    assert told_in_full(known) == "OB is Oona Brockhurst"
