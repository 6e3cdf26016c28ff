"""“What should I ask the police?” is answered from the ledgers, with what each question rests on."""

from datetime import date

import pytest
from papers import library_with

from assistant.listing.to_ask import SHOWN, ToAsk, to_ask, to_ask_answer
from ingest.filters import Filters

DAY = "2026-01-01"
PLAN = """# Ashby Safeguarding Children Partnership: improvement plan

Published 12 June 2024

| No. | Action | Lead | By when | Progress | RAG |
|---|---|---|---|---|---|
| 1 | Clear the backlog of notifications | Ashby Police | 31 December 2023 | Not done | Red |
| 2 | Publish the briefing on neglect | Ashby Council | 31 March 2024 | Not started | Red |
"""


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What should I ask?", ToAsk()),
        ("What should I ask at the next meeting?", ToAsk()),
        ("What should the scrutineer challenge the board on?", ToAsk(topic="")),
        ("What should I ask the police?", ToAsk(whom="the police")),
        ("What should we ask health about neglect?", ToAsk(whom="health", topic="neglect")),
        ("What should I challenge on exploitation?", ToAsk(topic="exploitation")),
        ("Which questions should I put to the council?", ToAsk(whom="the council")),
        ("Give me three questions to ask the council", ToAsk(whom="the council", most=3)),
        ("What is there to ask about supervision?", ToAsk(topic="supervision")),
    ],
)
def test_whom_and_on_what_is_told_by_the_words(text, asked):
    assert to_ask(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "What should we ask parents?",
        "What did the scrutineer ask?",
        "What should social workers ask about fathers?",
        "What should I ask for in a referral?",
        "What questions did young people ask?",
        "Which challenges are open?",
        "What did inspectors ask the police about?",
    ],
)
def test_other_questions_are_searched_for(text):
    assert to_ask(text) is None


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    with library_with(tmp_path_factory.mktemp("papers"), {"plan.md": PLAN}) as library:
        yield library


def test_a_body_is_asked_about_what_it_owes(paper):
    answer = to_ask_answer("What should I ask the police?", paper, Filters(), DAY)
    assert answer.outcome == "answered"
    assert all("backlog" in one.text for one in answer.statements)
    assert all(one.citations for one in answer.statements)
    assert "the police" in answer.verdict


def test_a_place_that_is_named_is_no_part_of_the_matter(paper):
    answer = to_ask_answer("What should I ask about the backlog in Ashby?", paper, Filters(), DAY)
    assert answer.statements
    assert "about the backlog," in answer.verdict


def test_where_nothing_is_left_to_ask_that_is_said(paper):
    answer = to_ask_answer("What should I ask the police about supervision?", paper, Filters(), DAY)
    assert (answer.outcome, answer.statements) == ("not_found", ())
    assert "the police about supervision" in answer.gaps[0].what


def test_on_everything_each_key_question_has_its_say(sample):
    answer = sample.ask("What should I ask?", as_of=date(2025, 6, 30))
    assert 9 <= len(answer.statements) <= SHOWN
    police = sample.ask("What should I ask the police?", as_of=date(2025, 6, 30))
    assert police.statements
    assert all(one.citations for one in (*answer.statements, *police.statements))
