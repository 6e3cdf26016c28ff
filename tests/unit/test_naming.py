"""Questions that only a name answers, and sentences that give one."""

import pytest

from assistant.asked.holding import names_beside, names_person
from assistant.asked.naming import asks_for_name, gives_name, named_thing
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


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What is the name of Ivy's dog?", "dog"),
        ("What was the name of the street where Ivy lived?", "street"),
        ("What is the name of the software used by the police?", "software"),
        ("Who is the chair?", ""),
    ],
)
def test_what_is_to_be_named_is_the_noun_after_name_of(question, thing):
    assert named_thing(question) == thing


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("Present: Ada Lane (independent chair); Ben Moor (police).", True),
        ("The chair of the partnership, Ada Lane, will write.", True),
        ("Independent chair | Ada Lane | 6", True),
        ("The group is chaired by Ada Lane.", True),
        ("The chair welcomed Ada Lane, who attends for health.", False),
        ("Apologies: the chair; Ben Moor (police).", False),
    ],
)
def test_a_name_beside_a_post_is_its_holders(sentence, beside):
    assert names_beside(sentence, "chairs") is beside


def test_a_first_name_that_stands_in_a_place_s_name_is_a_name():
    assert names_person("Helen Jenner, director of services")
    assert not names_person("North Yorkshire, a county")
