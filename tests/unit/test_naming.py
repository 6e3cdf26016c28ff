"""Questions that only a name answers, and sentences that give one."""

import pytest

from assistant.asked.naming import asks_for_name, gives_name
from assistant.understanding.understand import understand


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What is the name of the board's chair?", True),
        ("Which universities took part?", True),
        ("Which software keeps the records?", True),
        ("Which agencies took part?", False),
        ("Who leads the board?", False),
    ],
)
def test_only_some_questions_need_a_name(question, asks):
    assert asks_for_name(question) is asks


@pytest.mark.parametrize(
    ("sentence", "gives"),
    [
        ("The board is chaired by Priya Nandakumar.", True),
        ("The independent Chair of the Local Safeguarding Children Board (LSCB) reported.", False),
        ("In March the Director of Children's Services met the chair in Harrow.", False),
        ("Universities are a resource.", False),
    ],
)
def test_a_name_is_neither_a_post_nor_a_body_nor_in_the_question(sentence, gives):
    assert gives_name(sentence, understand("What is the name of the chair in Harrow?")) is gives


@pytest.mark.parametrize("question", ["Which hotel was used?", "What is the name of the hotel?"])
def test_a_name_of_one_kind_has_to_stand_where_the_sentence_speaks_of_that_kind(question):
    assert gives_name("Staff at the hotel, Larkfield Lodge, were trained.", understand(question))
    assert not gives_name("Staff of the charity Larkfield Aid were trained.", understand(question))
