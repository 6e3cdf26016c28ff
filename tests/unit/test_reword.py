"""A question in the field's words."""

from assistant.retrieval.reword import wordings
from assistant.understanding.understand import understand


def test_an_everyday_word_becomes_the_fields_beside_the_question_as_asked():
    texts = wordings(understand("Who leads on runaways?"))
    assert texts == ("Who leads on runaways?", "Who leads on missing children?")


def test_hyphens_and_curly_apostrophes_do_not_hide_an_everyday_word():
    assert wordings(understand("Who keeps the to-do list?"))[-1] == "Who keeps the action plan?"
    assert wordings(understand("Who looks at children’s files?"))[-1] == "Who looks at case records?"


def test_a_name_of_the_field_stays_whole():
    assert wordings(understand("What do social workers read?")) == ("What do social workers read?",)
