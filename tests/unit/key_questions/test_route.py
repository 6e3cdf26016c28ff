"""Which free questions mean a key question, and what plain words narrow."""

import pytest

from assistant.key_questions.load_framework import load_framework
from assistant.key_questions.route import plain_filters, route
from ingest.filters import Filters


@pytest.mark.parametrize(
    ("asked", "id_"),
    [
        ("Do our lessons reach the front line?", "lessons"),
        ("Which themes come up again and again?", "themes"),
        ("Which actions are late?", "action"),
        ("Is good practice shared?", "good_practice"),
        ("What have children told us?", "feedback"),
        ("What difference have we made for children?", "impact"),
    ],
)
def test_a_question_that_means_a_key_question_is_known(asked, id_):
    routed = route(asked, load_framework())
    assert routed
    assert routed.question.id == id_


@pytest.mark.parametrize(
    "asked",
    [
        "What do our audits say about supervision?",
        "Who owns the neglect strategy?",
        "How many children are on a plan?",
        "Children?",
        "",
    ],
)
def test_any_other_question_is_left_alone(asked):
    assert route(asked, load_framework()) is None


def test_a_year_in_the_question_is_the_period():
    routed = route("Did our audits follow our priorities in 2017?", load_framework())
    assert routed
    assert routed.period == "2017"


def test_plain_words_narrow_by_kind_and_by_time(library, put):
    put("a.txt", "One.", kind="audit")
    put("b.txt", "Two.", kind="inspection", published="2023-05-24")
    records = library.documents()
    assert plain_filters("What about supervision, only audits?", records, Filters()) == (
        "What about supervision?",
        Filters(kinds=("audit",)),
    )
    since = plain_filters("What about supervision since the last inspection?", records, Filters())
    assert since == ("What about supervision?", Filters(since="2023-05"))


def test_words_that_narrow_nothing_change_nothing(library, put):
    put("a.txt", "One.", kind="audit")
    text = "What about supervision, only minutes?"
    assert plain_filters(text, library.documents(), Filters()) == (text, Filters())
