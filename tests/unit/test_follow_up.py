"""Questions that lean on the one before are made whole; others are left alone."""

import pytest

from assistant.follow_up import before_year, ends, whole_question

PLACES = ("Harrow", "Leeds")


@pytest.mark.parametrize(
    ("earlier", "text", "whole"),
    [
        ("What did inspectors find in Harrow?", "and in Leeds?", "What did inspectors find in Leeds?"),
        ("What did inspectors find in 2017?", "what about 2012?", "What did inspectors find in 2012?"),
        ("What did the audit find?", "And for 2012?", "What did the audit find in 2012?"),
        ("What did inspectors find in Harrow?", "Tell me more", "What did inspectors find in Harrow?"),
        ("What did inspectors find in Harrow?", "and then?", "What did inspectors find in Harrow?"),
        ("Did inspectors like the Harrow hub?", "Why is that?", "Why: inspectors like the Harrow hub?"),
        ("Show the plan of 2017", "show me the 2012 one", "Show the plan of 2012?"),
        (
            "What do audits say about supervision?",
            "and for health?",
            "What do audits say about supervision, for health?",
        ),
        (
            "What are the recommendations of the inspection?",
            "Which of those are overdue?",
            "Which of those are overdue: recommendations of the inspection?",
        ),
        (
            "What do inspectors say about children in care in Harrow?",
            "What about their health?",
            "What do inspectors say about the health of children in care in Harrow?",
        ),
        (
            "What did the audit find?",
            "What about its recommendations?",
            "What did the audit find, recommendations?",
        ),
        (
            "What are the recommendations for Harrow?",
            "Which of those are about schools?",
            "What are the recommendations for Harrow, about schools?",
        ),
        ("What did the audit find?", "Who said that?", "What did the audit find?"),
    ],
)
def test_a_follow_up_is_made_whole(earlier, text, whole):
    assert whole_question(text, earlier, PLACES) == whole


@pytest.mark.parametrize(
    "text",
    [
        "What did the audit of neglect find in Leeds?",
        "How many children were seen in 2012?",
        "Who chairs the board?",
        "What more could Harrow do about neglect?",
        "Why did staff leave Leeds?",
    ],
)
def test_a_question_that_stands_on_its_own_is_left_alone(text):
    assert whole_question(text, "What did inspectors find in Harrow in 2017?", PLACES) == text


def test_the_first_question_leans_on_nothing():
    assert whole_question("And for health?", "") == "And for health?"


def test_a_chain_of_follow_ups_keeps_what_was_not_changed():
    first = "What did inspectors find in Harrow in 2017?"
    second = whole_question("And in Leeds?", first, PLACES)
    assert whole_question("and in 2012?", second, PLACES) == "What did inspectors find in Leeds in 2012?"


def test_a_part_that_was_added_is_exchanged_for_the_next():
    first = "What did inspectors say about neglect?"
    second = whole_question("and for health?", first, PLACES)
    third = whole_question("what about the police?", second, PLACES, [first, second])
    assert second == "What did inspectors say about neglect, for health?"
    assert third == "What did inspectors say about neglect, the police?"
    assert whole_question("and schools?", third, PLACES, [first, second, third]) == (
        "What did inspectors say about neglect, schools?"
    )


def test_a_comma_of_the_question_itself_is_no_added_part():
    earlier = "In Harrow, what did inspectors find?"
    assert whole_question("and schools?", earlier, PLACES, ["Who chairs the board?", earlier]) == (
        "In Harrow, what did inspectors find, schools?"
    )


def test_limits_are_added_to_what_was_asked():
    first = "What do reports say about supervision?"
    second = whole_question("only inspections", first, PLACES)
    assert second == "What do reports say about supervision, only inspections?"
    assert whole_question("and since 2020?", second, PLACES, [first, second]) == (
        "What do reports say about supervision, only inspections, since 2020?"
    )


def test_a_question_is_put_to_the_papers_before_a_year_only_once():
    first = before_year("Are audits regular?", "2023")
    assert first == "Before 2023: Are audits regular?"
    assert before_year(first, "2019") == "Before 2019: Are audits regular?"


def test_that_after_a_verb_points_back_and_that_before_a_clause_does_not():
    assert (
        whole_question("When is that due?", "What is the plan for audits?")
        == "When is that due: plan for audits?"
    )
    alone = "Did inspectors find that records were late?"
    assert whole_question(alone, "What is the plan for audits?") == alone


@pytest.mark.parametrize(("text", "over"), [("Bye!", True), ("quit", True), ("What did it end with?", False)])
def test_words_that_end_a_conversation(text, over):
    assert ends(text) is over
