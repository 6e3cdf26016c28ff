"""Questions by kind: their form, and how an answer is held to what it should hold."""

from collections import Counter, defaultdict
from dataclasses import replace
from typing import get_args

import pytest

from assistant.answer import Answer, Citation, Gap, Statement
from eval.sets.gold import MOST_LOCATOR_WORDS
from eval.sets.kinds import Gold, KindQuestion, met, read_kinds


@pytest.mark.parametrize(
    ("name", "gold", "kinds"),
    [
        ("real", "kinds", 7),
        ("sample", "kinds", 7),
        ("real", "scrutineer", 5),
        ("sample", "scrutineer", 5),
        ("real", "twins", 10),
        ("sample", "twins", 10),
        ("real", "times", 5),
        ("sample", "times", 5),
    ],
)
def test_every_kind_is_asked_with_some_that_nothing_answers(name, gold, kinds):
    questions = read_kinds(name, gold)
    assert len(Counter(one.kind for one in questions)) >= kinds
    assert sum(one.refused for one in questions) >= 6
    assert len({one.question for one in questions if not one.after}) == sum(
        not one.after for one in questions
    )


def test_a_locator_finds_a_sentence_and_does_not_reproduce_it():
    sets = ((name, gold) for name in ("real", "sample") for gold in get_args(Gold))
    for one in (question for name, gold in sets for question in read_kinds(name, gold)):
        for need in (*one.needs, *(need for needs in one.sides.values() for need in needs)):
            assert all(1 <= len(place.locator.split()) <= MOST_LOCATOR_WORDS for place in need.places)


@pytest.mark.parametrize("name", ["real", "sample"])
def test_twins_are_one_that_is_told_and_one_that_is_not_in_one_half(name):
    pairs = defaultdict(list)
    for one in read_kinds(name, "twins"):
        pairs[one.pair].append(one)
    for pair in pairs.values():
        assert [one.refused for one in pair] == [False, True]
        assert len({(one.kind, one.split) for one in pair}) == 1


def answer(*statements):
    cited = tuple(
        Citation(n, document, "", document, "", "", None, None, None, "", 0, len(quote), quote)
        for n, (document, quote, _) in enumerate(statements, 1)
    )
    said = tuple(Statement(f"{side}{quote}", (n,)) for n, (_, quote, side) in enumerate(statements, 1))
    return Answer(
        "", "answered" if said else "not_found", "", "2026-01-01", "v1", said, cited, (), (), (), ""
    )


def test_each_thing_asked_of_an_answer_is_held_against_it():
    need = {"document": "a.pdf", "locator": "are good"}
    asked = KindQuestion(
        kind="recency",
        question="Q?",
        needs=[need],
        first="a.pdf",
        only=["a.pdf"],
        documents=["a.pdf", "b.pdf"],
    )
    assert met(asked, answer(("a.pdf", "Plans are good.", ""))) == [1, 1, 1, 0.5]
    assert met(asked, answer(("b.pdf", "Plans are good.", ""))) == [0, 0, 0, 0.5]
    assert met(asked, answer()) == [0]


def test_what_stands_on_the_wrong_side_is_not_met():
    need = {"document": "a.pdf", "locator": "are poor"}
    asked = KindQuestion(kind="yes_no", question="Q?", sides={"against": [need]})
    assert met(asked, answer(("a.pdf", "Plans are poor.", ""))) == [1]
    assert met(asked, answer(("a.pdf", "Plans are poor.", "Against: "))) == [1]
    assert met(asked, answer(("a.pdf", "Plans are poor.", "For: "))) == [0]


def test_what_is_of_another_time_may_not_be_quoted():
    need = {"document": "a.pdf", "locator": "are poor"}
    asked = KindQuestion(kind="month", question="Q?", unquoted=[need])
    assert met(asked, answer(("a.pdf", "Plans are poor.", ""))) == [0]
    assert met(asked, answer(("a.pdf", "Plans are good.", ""))) == [1]


def test_only_a_refusal_is_right_where_nothing_answers():
    asked = KindQuestion(kind="count", question="Q?", refused=True)
    assert met(asked, answer()) == [1]
    assert met(asked, answer(("a.pdf", "Plans are good.", ""))) == [0]


def test_what_may_not_be_told_as_missing_is_held_against_it():
    asked = KindQuestion(kind="silence", question="Q?", untold=["figure"])
    told = answer(("a.pdf", "Plans are poor.", ""))
    assert met(asked, told) == [1]
    assert met(asked, replace(told, gaps=(Gap("A figure on plans", "2 documents searched"),))) == [0]
