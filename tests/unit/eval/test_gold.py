"""The gold questions: their form, their number, their two halves."""

from collections import Counter
from typing import get_args

import pytest
from pydantic import ValidationError

from eval.sets.catalogue import SETS
from eval.sets.gold import (
    BLIND,
    BOARD,
    BOUND,
    BOUND_SAMPLE,
    GUEST,
    OUTSIDE,
    PAPERS,
    PROBING,
    QUESTIONS,
    SETTLED,
    VISITOR,
    Answerable,
    Why,
    half_of,
    read_answerable,
    read_unanswerable,
)


def test_there_are_enough_answerable_questions_over_enough_documents():
    questions = read_answerable()
    assert len(questions) >= 85
    assert len({question.document for question in questions}) >= 30


def test_unanswerable_questions_are_of_five_sorts_with_some_of_each():
    sorts = Counter(question.why for question in read_unanswerable())
    assert sum(sorts.values()) >= 45
    assert len(sorts) == 5
    assert min(sorts.values()) >= 5


def test_no_question_is_asked_twice():
    asked = [
        question.question
        for folder in (
            QUESTIONS,
            BOARD,
            SETTLED,
            BLIND,
            PROBING,
            OUTSIDE,
            VISITOR,
            PAPERS,
            GUEST,
            BOUND,
            BOUND_SAMPLE,
        )
        for question in [*read_answerable(folder), *read_unanswerable(folder)]
    ]
    assert len(asked) == len(set(asked))


def test_the_board_manager_asks_of_many_documents_and_half_as_often_what_they_do_not_say():
    questions = read_answerable(BOARD)
    assert len(questions) >= 40
    assert len({question.document for question in questions}) >= 12
    assert len(read_unanswerable(BOARD)) >= 20


def test_half_of_the_plain_questions_are_settled_by_no_sentence():
    answerable, unanswerable = read_answerable(SETTLED), read_unanswerable(SETTLED)
    assert len(answerable) >= 40
    assert len(unanswerable) >= 40
    assert len({question.document for question in answerable}) >= 10


def test_the_probing_questions_that_nothing_answers_are_of_every_kind_but_other_matters():
    sorts = Counter(question.why for question in read_unanswerable(PROBING))
    assert len(read_answerable(PROBING)) >= 40
    assert sum(sorts.values()) >= 60
    assert set(sorts) == set(get_args(Why)) - {"off_topic"}


def test_the_outside_examiner_asks_of_many_documents_and_few_things_of_each():
    questions = read_answerable(OUTSIDE)
    asked = Counter(question.document for question in questions)
    assert len(questions) >= 70
    assert len(asked) >= 34
    assert max(asked.values()) <= 3
    assert len(read_unanswerable(OUTSIDE)) >= 40


def test_the_visitor_asks_little_of_each_paper_and_is_left_without_an_answer_two_times_in_five():
    questions = read_answerable(VISITOR)
    asked = Counter(question.document for question in questions)
    assert len(questions) == 60
    assert len(asked) >= 36
    assert max(asked.values()) <= 2
    assert len(read_unanswerable(VISITOR)) == 40


def test_questions_of_which_paper_are_of_many_papers_and_some_ask_for_one_that_is_not_there():
    questions, sorts = read_answerable(PAPERS), Counter(one.why for one in read_unanswerable(PAPERS))
    assert len(questions) >= 45
    assert len({question.document for question in questions}) >= 14
    assert sorts["no_paper"] >= 5
    assert sorts["wrong_year"] >= 3


def test_the_guest_asks_in_pairs_of_which_one_is_settled_and_both_are_of_one_half():
    settled, open_ones = read_answerable(GUEST), read_unanswerable(GUEST)
    halves = {one.pair: half_of(one) for one in settled}
    assert len(halves) == len(settled) == 60
    assert halves == {one.pair: half_of(one) for one in open_ones}
    assert len(open_ones) == 60
    assert len({question.document for question in settled}) >= 20


def test_each_question_of_a_rule_or_a_voice_has_a_twin_that_no_paper_settles():
    for folder, documents in ((BOUND, 10), (BOUND_SAMPLE, 9)):
        questions = read_answerable(folder)
        assert len(questions) == len(read_unanswerable(folder)) >= 24
        assert len({question.document for question in questions}) >= documents


def test_every_set_of_questions_written_here_can_be_asked_by_its_name():
    folders = {path.parent.name for path in QUESTIONS.glob("*/unanswerable.yaml")}
    assert folders <= set(SETS)


def test_only_pdfs_have_pages():
    for question in [
        *read_answerable(),
        *read_answerable(BOARD),
        *read_answerable(SETTLED),
        *read_answerable(BLIND),
        *read_answerable(PROBING),
        *read_answerable(OUTSIDE),
        *read_answerable(VISITOR),
        *read_answerable(PAPERS),
        *read_answerable(GUEST),
        *read_answerable(BOUND),
    ]:
        for place in (question, *question.also):
            assert bool(place.pages) == place.document.endswith(".pdf"), place


def test_both_halves_hold_about_half_of_each_kind():
    folders = (QUESTIONS, BOARD, SETTLED, PROBING, OUTSIDE, VISITOR, PAPERS, GUEST)
    for questions in [read(folder) for folder in folders for read in (read_answerable, read_unanswerable)]:
        share = sum(half_of(question) == "dev" for question in questions) / len(questions)
        assert 0.35 < share < 0.65


def test_a_long_locator_is_refused():
    with pytest.raises(ValidationError, match="1 to 8 words"):
        Answerable(document="a.pdf", pages=[0], question="Q?", locator="a b c d e f g h i")
